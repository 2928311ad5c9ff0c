import FileTrees
import Foundation
import Testing

struct `A write after an interrupted one` {
  private static let staging = ".meshgen-staging"

  @Test func `has nothing to say where nothing was interrupted`() throws {
    let playground = try Playground()
    #expect(try playground.directory.interruption() == nil)
    #expect(try !playground.write(Builds.old).resumed)
    #expect(try playground.directory.interruption() == nil)
  }

  @Test func `goes on where that one was, and says so`() throws {
    let playground = try begun()
    #expect(try playground.resume().resumed)
    #expect(try playground.snapshot() == Builds.both(Builds.new))
    #expect(playground.exists("gone") == false)
  }

  @Test func `names files that were changed in between`() throws {
    let playground = try begun()
    try playground.put("changed.yaml", "# made for us.\nhalf")
    #expect(try playground.resume().mended.map(\.path.text) == ["changed.yaml"])
  }

  @Test func `leaves a file that was replaced in between`() throws {
    let playground = try begun()
    try playground.put("gone/a.yaml", "edited")
    #expect(try playground.resume().foreign.contains(RelativePath("gone/a.yaml")))
    #expect(try playground.snapshot() == Builds.both(Builds.new).merging(["gone/a.yaml": "edited"]) { $1 })
  }

  @Test func `does not overwrite a file that appeared in between`() throws {
    let playground = try begun()
    try playground.put("clusters/west/1.yaml", "mine")
    try playground.put("clusters/west/apps/2.yaml", "mine")
    let before = try playground.snapshot()
    #expect(try playground.refusalToResume().contains("out/clusters/west/1.yaml"))
    #expect(try playground.snapshot() == before)
  }

  @Test func `does not follow a link that was put there in between`() throws {
    let playground = try begun()
    try FileManager.default.moveItem(atPath: playground.path("clusters"), toPath: playground.root + "/outside")
    try playground.link("clusters", to: playground.root + "/outside")
    let before = try snapshotOf(playground.root + "/outside")
    #expect(try playground.refusalToResume().contains("out/clusters: it is a symbolic link"))
    #expect(try snapshotOf(playground.root + "/outside") == before)
  }

  @Test(arguments: ["replace \(String(repeating: "0", count: 64)) .git/config", "add .git/hooks/post-checkout"])
  func `believes nothing that somebody put into the staging folder`(step: String) throws {
    let playground = try Builds.prepare()
    try playground.put(".git/config", "git's")
    try playground.put(".git/hooks/sample", "git's")
    try playground.put(Self.staging + "/journal", "meshgen journal 1\n\(step)\n")
    try playground.put(Self.staging + "/0", "[core] fsmonitor = evil")
    #expect(try playground.directory.interruption() == .leftBehind)
    #expect(try playground.resume().resumed)
    let git = [".git/config": "git's", ".git/hooks/sample": "git's"]
    #expect(try playground.snapshot() == Builds.both(Builds.new).merging(git) { $1 })
    #expect(playground.exists(Self.staging) == false)
  }

  @Test func `removes nothing from the staging folder that is not its own`() throws {
    let playground = try Builds.prepare()
    try playground.put(Self.staging + "/notes.txt", "mine")
    let before = try playground.snapshot()
    #expect(try playground.refusalToResume().contains("out/.meshgen-staging/notes.txt: no build put it there"))
    #expect(try playground.snapshot() == before)
  }

  @Test func `does not follow a staging folder that is a symbolic link`() throws {
    let playground = try Builds.prepare()
    try FileManager.default.createDirectory(atPath: playground.root + "/1", withIntermediateDirectories: true)
    try playground.link(Self.staging, to: playground.root + "/1")
    #expect(try playground.refusalToResume().contains("out/.meshgen-staging: it is a symbolic link"))
  }

  @Test func `waits while that one is still running`() throws {
    let playground = try begun()
    let other = unsafe open(playground.out, O_RDONLY)
    defer { close(other) }
    #expect(flock(other, LOCK_EX) == 0)
    #expect(try playground.directory.interruption() == .running)
    #expect(try playground.refusalToResume().contains("another build is writing there"))
  }

  /// A playground in which the second build broke off right after its first change to a file.
  private func begun() throws -> Playground {
    for step in 1... {
      let playground = try Builds.prepare()
      let before = try playground.visible()
      _ = playground.failure(FaultPlan(at: step, .broken))
      if try playground.visible() != before { return playground }
    }
    return try Playground()
  }
}
