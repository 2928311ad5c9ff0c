import Digests
import FileTrees
import Foundation
import Testing

struct `Writing a tree` {
  @Test func `creates the directory and its parents`() throws {
    let playground = try Playground()
    let directory = Directory(path: playground.root + "/a/b/out/")
    let report = try directory.write(tree(Builds.old), sealedBy: Playground.index)
    #expect(try snapshotOf(playground.root + "/a/b/out") == Builds.old)
    #expect(report.written.map(\.text) == Builds.old.keys.sorted())
    #expect(!report.resumed)
  }

  @Test func `replaces, adds and removes, and says what it did`() throws {
    let playground = try Builds.prepare()
    let report = try playground.write(Builds.new)
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
    let report = try playground.write(Builds.new)
    #expect(report.foreign.map(\.text) == ["clusters/east/notes.txt", "elsewhere", "notes.txt"])
    #expect(try playground.snapshot()["notes.txt"] == "mine")
  }

  @Test func `neither lists nor enters the repository's own folder`() throws {
    let playground = try Builds.prepare()
    try playground.put(".git/config", "git's")
    #expect(try !playground.write(Builds.new).foreign.contains(RelativePath(".git/config")))
    #expect(throws: FileSystemError.self) { try playground.write([".git/config": "ours"]) }
    #expect(try playground.snapshot()[".git/config"] == "git's")
  }

  @Test func `touches nothing where nothing changed`() throws {
    let playground = try Builds.prepare()
    let before = try inodes(in: playground)
    let report = try Directory(path: playground.out, faults: FaultPlan(at: 1, .broken))
      .write(tree(Builds.old), sealedBy: Playground.index)
    #expect(report.written.isEmpty && report.unchanged == Builds.old.count)
    #expect(try inodes(in: playground) == before)
  }

  @Test func `does not rewrite files that stay`() throws {
    let playground = try Builds.prepare()
    let before = try inodes(in: playground)["same.yaml"]
    try playground.write(Builds.new)
    #expect(try inodes(in: playground)["same.yaml"] == before)
  }

  @Test(arguments: [
    ("<<<<<<< ours\n1\n=======\n2\n>>>>>>> theirs", Damage.mergeMarkers), ("one\r\ntwo", .carriageReturns),
    (marked("1") + marked("2"), .twoVersions),
  ])
  func `mends what a merge has left, and says what that was`(text: String, damage: Damage) throws {
    let playground = try Builds.prepare()
    try playground.put("changed.yaml", marked(text))
    let report = try playground.write(Builds.new)
    #expect(report.mended.map(\.path.text) == ["changed.yaml"] && report.mended.first?.damage == damage)
    #expect(report.replaced.map(\.text) == ["clusters/east/1.yaml", "index.json"])
    #expect(try playground.snapshot() == Builds.both(Builds.new))
  }

  @Test(arguments: [
    ("", Damage.empty), ("<<<<<<< ours\n" + marked("1"), .twoVersions), ("# made for us.\nol", .cutShort),
  ])
  func `mends what is only a part of a file`(text: String, damage: Damage) throws {
    let playground = try Builds.prepare()
    try playground.put("changed.yaml", text)
    guard damage != .twoVersions else { return #expect(try playground.write(Builds.new).replaced.count == 3) }
    #expect(try playground.write(Builds.new).mended.map(\.damage) == [damage])
  }

  @Test(arguments: [nil, "", "{", "<<<<<<< ours\n{}\n=======\n[]\n>>>>>>> theirs\n"])
  func `needs no index`(index: String?) throws {
    let playground = try Builds.prepare()
    if let index { try playground.put("index.json", index) } else { try playground.remove("index.json") }
    #expect(try playground.write(Builds.new).removed.count == 5)
    #expect(try playground.snapshot() == Builds.both(Builds.new))
  }

  @Test func `removes by marks alone, in its own folders alone`() throws {
    let playground = try Builds.prepare()
    let foreign = [
      "clusters/east/theirs.yaml": marked("theirs", for: "them"), "clusters/.git/config": marked("git's"),
      "elsewhere/copy.yaml": marked("old"), "clusters/unmarked.yaml": "one\n",
    ]
    for (path, text) in foreign { try playground.put(path, text) }
    try playground.put("clusters/east/stale.yaml", marked("old"))
    try playground.put("README.md~HEAD", marked("old"))
    let listed = Claim(recorded: [RelativePath("clusters/unmarked.yaml"): SHA256Digest(of: Array("one\n".utf8))])
    let report = try playground.write(Builds.new, claiming: listed)
    #expect(report.removed.map(\.text).filter { $0.hasSuffix("stale.yaml") || $0.hasSuffix("HEAD") }.count == 2)
    #expect(try playground.snapshot() == Builds.both(Builds.new).merging(foreign) { $1 })
    #expect(try playground.compare(Builds.new).allSatisfy { $0.kind == .foreign })
  }

  @Test func `takes over what an earlier release wrote without marks`() throws {
    let playground = try Playground()
    let old = ["index.json": "old\n", "clusters/a.json": "old\n", "clusters/b.json": "old\n"]
    for (path, text) in old { try playground.put(path, text) }
    let digest = SHA256Digest(of: Array("old\n".utf8))
    try playground.put("clusters/b.json", "edited\n")
    let listed = Claim(recorded: [RelativePath("clusters/a.json"): digest, RelativePath("clusters/b.json"): digest])
    let report = try playground.write(old.mapValues { marked($0) }, claiming: listed)
    #expect(report.mended.map { "\($0.path) \($0.damage)" }.last == "clusters/b.json edited")
    #expect(try playground.snapshot() == old.mapValues { marked($0) })
  }

  @Test func `leaves what was edited so that it is no generated file any more`() throws {
    let playground = try Builds.prepare()
    try playground.put("gone/a.yaml", "edited")
    let report = try playground.write(Builds.new)
    #expect(report.foreign.contains(RelativePath("gone/a.yaml")))
    #expect(try playground.snapshot()["gone/a.yaml"] == "edited")
    #expect(playground.exists("gone/deep") == false)
  }

  @Test func `restores an owned file that was deleted`() throws {
    let playground = try Builds.prepare()
    try playground.remove("clusters/east")
    #expect(try playground.write(Builds.old).written.count == 2)
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
    try playground.write(["index.json": "nothing"])
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
