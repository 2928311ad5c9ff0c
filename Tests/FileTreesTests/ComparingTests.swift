import FileTrees
import Foundation
import Testing

struct `Comparing a directory with a tree` {
  @Test func `finds nothing after a write`() throws {
    let playground = try Playground()
    try playground.write(Builds.old)
    #expect(try playground.compare(Builds.old) == [])
  }

  @Test func `finds everything missing where there is no directory`() throws {
    let playground = try Playground()
    let differences = try playground.compare(Builds.old)
    #expect(differences.map(\.path.text) == Builds.old.keys.sorted())
    #expect(differences.allSatisfy { $0.kind == .missing && $0.onDisk == nil && $0.wanted != nil })
    #expect(!FileManager.default.fileExists(atPath: playground.out))
  }

  @Test func `tells every kind apart and changes nothing`() throws {
    let playground = try Builds.prepare()
    try playground.put("same.yaml", marked("edited\r"))
    try playground.put("clusters/west/1.yaml", "mine")
    try playground.put("clusters/west/apps/2.yaml", marked("theirs", for: "them"))
    try playground.remove("clusters/east/1.yaml")
    try playground.link("clusters/east/1.yaml", to: "2.yaml")
    let before = try playground.snapshot()
    let differences = try playground.compare(Builds.new)
    #expect(
      differences.map { "\($0.kind) \($0.path)" } == [
        "stale changed.yaml", "symbolicLink clusters/east/1.yaml", "obsolete clusters/east/2.yaml",
        "foreign clusters/east/notes.txt", "inTheWay clusters/west/1.yaml", "anothers clusters/west/apps/2.yaml",
        "obsolete file", "missing file/y.yaml", "missing folder", "obsolete folder/x.yaml", "obsolete gone/a.yaml",
        "obsolete gone/deep/b.yaml", "stale index.json", "foreign notes.txt", "handEdited same.yaml",
      ])
    #expect(try playground.snapshot() == before)
  }

  @Test func `gives the bytes of both sides`() throws {
    let playground = try Builds.prepare()
    let differences = try playground.compare(Builds.new)
    let changed = try #require(differences.first { $0.path == RelativePath("changed.yaml") })
    #expect(changed.onDisk == Array(marked("old").utf8) && changed.wanted == Array(marked("new").utf8))
  }

  @Test func `does not look behind a symbolic link`() throws {
    let playground = try Builds.prepare()
    try FileManager.default.moveItem(atPath: playground.path("clusters"), toPath: playground.root + "/outside")
    try playground.link("clusters", to: playground.root + "/outside")
    let kinds = try playground.compare(Builds.old).map { "\($0.kind) \($0.path)" }
    #expect(kinds == ["symbolicLink clusters", "foreign notes.txt"])
  }

  @Test func `names a foreign folder that it may not enter`() async throws {
    let playground = try Builds.prepare()
    try playground.put("private/a", "mine")
    #expect(unsafe chmod(playground.path("private"), 0) == 0)
    #expect(unsafe chmod(playground.root, 0o755) == 0)
    let out = playground.out
    await #expect(processExitsWith: .success) { [out = out as String] in
      // Root may enter everything, so the test must not be root.
      if getuid() == 0 { #expect(setuid(65534) == 0) }
      let directory = Directory(path: out)
      let differences = try directory.compare(
        with: tree(Builds.old), sealedBy: Playground.index)
      #expect(differences.map(\.path.text) == ["clusters/east/notes.txt", "notes.txt", "private"])
    }
    #expect(unsafe chmod(playground.path("private"), 0o755) == 0)
  }

  @Test func `lists what is there, a name that is not UTF-8 as well`() throws {
    let playground = try Builds.prepare()
    let name: [CChar] = Array(playground.path("caf").utf8CString.dropLast()) + [CChar(bitPattern: 0xE9), 0]
    #expect(unsafe mkdir(name, 0o755) == 0)
    try playground.link("link", to: "nowhere")
    let entries = try playground.directory.entries()
    let expected = Builds.both(Builds.old).keys + ["link", "caf\u{FFFD}"]
    #expect(entries.map(\.path.text) == expected.sorted())
    #expect(entries.filter { $0.kind == .symbolicLink }.map(\.path.text) == ["link"])
    #expect(entries.filter { $0.kind == .other }.map(\.path.text) == ["caf\u{FFFD}"])
  }
}
