import FileTrees
import Foundation
import Testing

struct `Recovering an interrupted write` {
  private static let staging = ".meshgen-staging"

  @Test func `is nothing to do where there is no directory or no interruption`() throws {
    let playground = try Playground()
    #expect(try playground.directory.recover() == nil)
    #expect(try playground.directory.interruption() == nil)
    try playground.write(Builds.old)
    #expect(try playground.directory.recover() == nil)
  }

  @Test func `happens in the next write, which says so`() throws {
    let playground = try begun()
    let report = try playground.write(Builds.new, after: Builds.new)
    #expect(report.recovered == .completed(overwrittenByHand: []))
    #expect(report.written.isEmpty)
    #expect(try playground.snapshot() == Builds.both(Builds.new))
  }

  @Test func `names files that were edited in between`() throws {
    let playground = try begun()
    try playground.put("changed.yaml", "edited")
    #expect(try playground.directory.recover() == .completed(overwrittenByHand: [RelativePath("changed.yaml")]))
  }

  @Test func `keeps an obsolete file that was edited in between`() throws {
    let playground = try begun()
    try playground.put("gone/a.yaml", "edited")
    #expect(try playground.directory.recover() == .completed(overwrittenByHand: []))
    #expect(try playground.snapshot() == Builds.both(Builds.new).merging(["gone/a.yaml": "edited"]) { $1 })
  }

  @Test func `does not overwrite a file that appeared in between`() throws {
    let playground = try begun()
    try playground.put("clusters/west/1.yaml", "mine")
    try playground.put("clusters/west/apps/2.yaml", "mine")
    let directory = playground.directory
    let error = #expect(throws: FileSystemError.self) { try directory.recover() }
    #expect(error?.description.contains("out/clusters/west/1.yaml: somebody has just put something else there") == true)
    #expect(try playground.snapshot()["clusters/west/1.yaml"] == "mine")
    #expect(try playground.snapshot()["clusters/west/apps/2.yaml"] == "mine")
  }

  @Test func `does not follow a link that was put there in between`() throws {
    let playground = try begun()
    try FileManager.default.moveItem(atPath: playground.path("clusters"), toPath: playground.root + "/outside")
    try playground.link("clusters", to: playground.root + "/outside")
    let before = try snapshotOf(playground.root + "/outside")
    let directory = playground.directory
    let error = #expect(throws: FileSystemError.self) { try directory.recover() }
    #expect(error?.description.contains("out/clusters: it is a symbolic link") == true)
    #expect(try snapshotOf(playground.root + "/outside") == before)
  }

  @Test(arguments: ["", "meshgen journal 1\n", "add ../../etc/passwd", "flipped", "cut"])
  func `reports a damaged journal and removes nothing`(damage: String) throws {
    let playground = try begun()
    let journal = Self.staging + "/journal"
    let text = try #require(try playground.snapshot()[journal])
    let flipped = text.replacing("replace", with: "replacf")
    try playground.put(journal, damage == "flipped" ? flipped : damage == "cut" ? String(text.dropLast()) : damage)
    let before = try playground.snapshot()
    let directory = playground.directory
    let error = #expect(throws: FileSystemError.self) { try directory.recover() }
    #expect(error?.description.contains("out/.meshgen-staging/journal: the description is damaged") == true)
    #expect(throws: FileSystemError.self) { try directory.write(tree([:]), sealedBy: Playground.index, owned: [:]) }
    #expect(try playground.snapshot() == before)
  }

  @Test func `removes nothing from the staging folder that is not its own`() throws {
    let playground = try Builds.prepare()
    try playground.put(Self.staging + "/notes.txt", "mine")
    let directory = playground.directory
    let error = #expect(throws: FileSystemError.self) { try directory.recover() }
    #expect(error?.description.contains("out/.meshgen-staging/notes.txt: no build put it there") == true)
    #expect(try playground.snapshot()[Self.staging + "/notes.txt"] == "mine")
  }

  @Test func `does not follow a staging folder that is a symbolic link`() throws {
    let playground = try Builds.prepare()
    try FileManager.default.createDirectory(atPath: playground.root + "/1", withIntermediateDirectories: true)
    try playground.link(Self.staging, to: playground.root + "/1")
    let directory = playground.directory
    let error = #expect(throws: FileSystemError.self) { try directory.recover() }
    #expect(error?.description.contains("out/.meshgen-staging: it is a symbolic link") == true)
  }

  @Test func `is not tried while the write is still running`() throws {
    let playground = try begun()
    let other = unsafe open(playground.out, O_RDONLY)
    defer { close(other) }
    #expect(flock(other, LOCK_EX) == 0)
    #expect(try playground.directory.interruption() == .running)
  }

  /// A playground in which the second build broke off right after its commit point.
  private func begun() throws -> Playground {
    for step in 1... {
      let playground = try Builds.prepare()
      _ = playground.failure(FaultPlan(at: step, .broken))
      if try playground.directory.interruption() == .begun { return playground }
    }
    return try Playground()
  }
}
