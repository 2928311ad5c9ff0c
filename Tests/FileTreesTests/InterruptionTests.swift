import FileTrees
import Foundation
import Testing

struct `A write that is interrupted` {
  static let steps = 1...changes

  /// How many changes to the disk the write from the old build to the new one makes.
  static let changes: Int = {
    for number in 1... {
      let isThrough = try? Builds.prepare().writing(FaultPlan(at: number, .broken))
      if isThrough != nil { return number - 1 }
    }
    return 0
  }()

  @Test func `makes enough changes for these tests to mean something`() {
    #expect(Self.changes > 50)
  }

  @Test(arguments: steps)
  func `by a kill leaves the old tree, the new one, or one that is completed`(step: Int) async throws {
    let playground = try Builds.prepare()
    let out = playground.out
    await #expect(processExitsWith: .signal(SIGKILL)) { [step, out = out as String] in
      let directory = Directory(path: out, faults: FaultPlan(at: step, .kill))
      _ = try directory.write(tree(Builds.new), sealedBy: Playground.index)
    }
    try checkRecovery(of: playground)
  }

  @Test(arguments: steps)
  func `by a disk that fails for good is recovered as after a kill`(step: Int) throws {
    let playground = try Builds.prepare()
    let error = playground.failure(FaultPlan(at: step, .broken))
    #expect(error?.outcome != nil)
    try checkRecovery(of: playground)
  }

  @Test(arguments: steps)
  func `by a kill is recovered even if the recovery is killed`(step: Int) throws {
    let playground = try Builds.prepare()
    _ = playground.failure(FaultPlan(at: step, .broken))
    for again in 1... where (try? playground.resume(FaultPlan(at: again, .broken))) != nil { break }
    #expect(try playground.snapshot() == Builds.both(Builds.new))
  }

  @Test(arguments: steps)
  func `by a kill is recovered after a full disk`(step: Int) throws {
    let playground = try Builds.prepare()
    _ = playground.failure(FaultPlan(at: step, .broken))
    for again in stride(from: 1, to: Self.changes, by: 7) {
      let before = try playground.visible()
      let isThrough = (try? playground.resume(FaultPlan(at: again, .full))) != nil
      #expect(try playground.visible() == (isThrough ? Builds.both(Builds.new) : before))
    }
    try checkRecovery(of: playground)
  }

  @Test(arguments: steps)
  func `by a full disk leaves the old tree and nothing else`(step: Int) throws {
    let playground = try Builds.prepare()
    guard let error = playground.failure(FaultPlan(at: step, .full)) else {
      // Nothing after the last new file needs room any more.
      #expect(try playground.snapshot() == Builds.both(Builds.new))
      return
    }
    #expect(error.description.hasSuffix("no space left on device; all files are as they were"))
    #expect(try playground.snapshot() == Builds.both(Builds.old))
    #expect(playground.exists("gone/deep") == true)
    #expect(playground.exists("clusters/west") == false)
  }

  @Test(arguments: steps)
  func `by one failure tells the truth about what it left`(step: Int) throws {
    let playground = try Builds.prepare()
    guard let error = playground.failure(FaultPlan(at: step, .failure(EACCES))) else { return }
    #expect(error.description.contains("permission denied"))
    if error.outcome == "all files are as they were" {
      #expect(try playground.snapshot() == Builds.both(Builds.old))
    } else {
      #expect(error.outcome?.contains("run the command again") == true)
      try playground.resume()
      #expect(try playground.snapshot() == Builds.both(Builds.new))
    }
  }

  @Test(arguments: 1...40)
  func `by a real signal at any moment is recovered`(seed: Int) async throws {
    let playground = try Builds.prepare()
    let out = playground.out
    // The child writes until the alarm ends it: there and back, so that the moment can be anywhere.
    await #expect(processExitsWith: .signal(SIGALRM)) { [seed, out = out as String] in
      let builds = [Builds.old, Builds.new]
      ualarm(useconds_t(500 + seed * 7919 % 5000), 0)
      for round in 0... {
        _ = try Directory(path: out).write(tree(builds[(round + 1) % 2]), sealedBy: Playground.index)
      }
    }
    // The index is written last, so what was being written is the other build.
    let isOld = try playground.snapshot()["index.json"] == marked("old index")
    let after = isOld ? Builds.new : Builds.old
    try playground.write(after)
    #expect(try playground.snapshot() == Builds.both(after))
  }

  @Test func `in an empty place leaves no directory behind when it fails`() throws {
    for step in 1... {
      let playground = try Playground()
      let directory = Directory(path: playground.root + "/a/out", faults: FaultPlan(at: step, .full))
      let report = try? directory.write(tree(Builds.new), sealedBy: Playground.index)
      guard report == nil else {
        #expect(step > 20)
        return
      }
      #expect(!FileManager.default.fileExists(atPath: playground.root + "/a"))
    }
  }

  /// Whatever a kill left is recognised, completed to one of the two builds, and can be built upon.
  private func checkRecovery(of playground: borrowing Playground) throws {
    let (old, new) = (Builds.both(Builds.old), Builds.both(Builds.new))
    let interruption = try playground.directory.interruption()
    let visible = try playground.visible()
    switch interruption {
    case nil: #expect(visible == old || visible == new)
    case .leftBehind:
      #expect(Builds.foreign.allSatisfy { visible[$0.key] == $0.value })
      #expect(visible == new || visible["index.json"] == marked("old index"), "the index is not last")
    case .running: Issue.record("no write is running")
    }
    let report = try playground.resume()
    #expect(report.resumed == (interruption != nil))
    #expect(report.mended.isEmpty)
    #expect(try playground.snapshot() == new)
    #expect(playground.exists("gone") == false)
    #expect(try playground.directory.interruption() == nil)
  }
}

extension Playground {
  /// Writes the new build over the old one.
  borrowing func writing(_ faults: FaultPlan) throws -> WriteReport {
    try Directory(path: out, faults: faults)
      .write(tree(Builds.new), sealedBy: Self.index)
  }

  /// Writes the new build once more, as the next command does.
  @discardableResult
  borrowing func resume(_ faults: FaultPlan = .none) throws -> WriteReport {
    try Directory(path: out, faults: faults)
      .write(tree(Builds.new), sealedBy: Self.index)
  }

  /// The message of such a write that must fail.
  borrowing func refusalToResume() throws -> String {
    let directory = directory
    let error = #expect(throws: FileSystemError.self) {
      try directory.write(tree(Builds.new), sealedBy: Self.index)
    }
    return error?.description ?? ""
  }

  /// All files but those in the staging folder.
  borrowing func visible() throws -> [String: String] {
    try snapshot().filter { !$0.key.hasPrefix(".meshgen-staging") }
  }

  /// The error of such a write; `nil` where it came through.
  borrowing func failure(_ faults: FaultPlan) -> FileSystemError? {
    do {
      _ = try writing(faults)
      return nil
    } catch {
      return error as? FileSystemError
    }
  }
}
