import FileTrees
import Foundation
import Testing

struct `Writing a tree` {
  @Test func `creates the directory and its parents`() throws {
    let playground = try Playground()
    let directory = Directory(path: playground.root + "/a/b/out/")
    let report = try directory.write(tree(Builds.old), sealedBy: Playground.index, owned: [:])
    #expect(try snapshotOf(playground.root + "/a/b/out") == Builds.old)
    #expect(report.written.map(\.text) == Builds.old.keys.sorted())
    #expect(!report.resumed)
  }

  @Test func `replaces, adds and removes, and says what it did`() throws {
    let playground = try Builds.prepare()
    let report = try playground.write(Builds.new, after: Builds.old)
    #expect(try playground.snapshot() == Builds.both(Builds.new))
    #expect(report.unchanged == 1)
    #expect(report.written.map(\.text) == Builds.new.keys.filter { $0 != "same.yaml" }.sorted())
    #expect(
      report.removed.map(\.text) == [
        "clusters/east/2.yaml", "file", "folder/x.yaml", "gone/a.yaml", "gone/deep/b.yaml",
      ])
    #expect(playground.exists("gone") == false)
  }

  @Test func `leaves foreign files alone and names them`() throws {
    let playground = try Builds.prepare()
    try playground.link("elsewhere", to: "/etc/hostname")
    let report = try playground.write(Builds.new, after: Builds.old)
    #expect(report.foreign.map(\.text) == ["clusters/east/notes.txt", "elsewhere", "notes.txt"])
    #expect(try playground.snapshot()["notes.txt"] == "mine")
  }

  @Test func `neither lists nor enters the repository's own folder`() throws {
    let playground = try Builds.prepare()
    try playground.put(".git/config", "git's")
    #expect(try !playground.write(Builds.new, after: Builds.old).foreign.contains(RelativePath(".git/config")))
    #expect(throws: FileSystemError.self) { try playground.write([".git/config": "ours"]) }
    #expect(try playground.snapshot()[".git/config"] == "git's")
  }

  @Test func `touches nothing where nothing changed`() throws {
    let playground = try Builds.prepare()
    let before = try inodes(in: playground)
    let report = try Directory(path: playground.out, faults: FaultPlan(at: 1, .broken))
      .write(tree(Builds.old), sealedBy: Playground.index, owned: owned(Builds.old))
    #expect(report.written.isEmpty && report.unchanged == Builds.old.count)
    #expect(try inodes(in: playground) == before)
  }

  @Test func `does not rewrite files that stay`() throws {
    let playground = try Builds.prepare()
    let before = try inodes(in: playground)["same.yaml"]
    try playground.write(Builds.new, after: Builds.old)
    #expect(try inodes(in: playground)["same.yaml"] == before)
  }

  @Test func `replaces what was edited by hand and says so`() throws {
    let playground = try Builds.prepare()
    try playground.put("changed.yaml", "edited")
    let report = try playground.write(Builds.new, after: Builds.old)
    #expect(report.overwrittenByHand == [RelativePath("changed.yaml")])
    #expect(try playground.snapshot()["changed.yaml"] == "new")
  }

  @Test func `keeps an obsolete file that was edited by hand`() throws {
    let playground = try Builds.prepare()
    try playground.put("gone/a.yaml", "edited")
    let report = try playground.write(Builds.new, after: Builds.old)
    #expect(report.keptEdited == [RelativePath("gone/a.yaml")])
    #expect(try playground.snapshot()["gone/a.yaml"] == "edited")
    #expect(playground.exists("gone/deep") == false)
  }

  @Test func `restores an owned file that was deleted`() throws {
    let playground = try Builds.prepare()
    try playground.remove("clusters/east")
    #expect(try playground.write(Builds.old, after: Builds.old).written.count == 2)
  }

  @Test func `sets modes whatever the umask is`() throws {
    let playground = try Playground()
    let mask = umask(0o077)
    defer { umask(mask) }
    try playground.write(["index.json": "i", "a/b.yaml": "b"])
    for (path, mode) in [("", 0o755), ("a", 0o755), ("a/b.yaml", 0o644), ("index.json", 0o644)] {
      let attributes = try FileManager.default.attributesOfItem(atPath: playground.path(path))
      #expect(attributes[.posixPermissions] as? Int == mode, "\(path)")
    }
  }

  @Test func `works through a directory that is a symbolic link itself`() throws {
    let playground = try Playground()
    try FileManager.default.createDirectory(atPath: playground.root + "/real", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: playground.out, withDestinationPath: "real")
    try playground.write(Builds.old)
    #expect(try snapshotOf(playground.root + "/real") == Builds.old)
  }

  @Test func `writes an empty tree and removes all that was there`() throws {
    let playground = try Builds.prepare()
    try playground.write(["index.json": "nothing"], after: Builds.old)
    #expect(try playground.snapshot() == Builds.foreign.merging(["index.json": "nothing"]) { $1 })
  }

  private func inodes(in playground: borrowing Playground) throws -> [String: [String]] {
    var inodes: [String: [String]] = [:]
    for path in Builds.old.keys where playground.exists(path) {
      let attributes = try FileManager.default.attributesOfItem(atPath: playground.path(path))
      inodes[path] = ["\(attributes[.systemFileNumber] ?? 0)", "\(attributes[.modificationDate] ?? 0)"]
    }
    return inodes
  }
}
