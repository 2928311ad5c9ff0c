import FileTrees
import Foundation
import Testing

struct `A write refuses before it touches anything` {
  @Test func `a foreign file of the same path, by name`() throws {
    let playground = try Playground()
    try playground.put("a.yaml", "mine")
    try playground.put("b.yaml", "mine")
    let files = ["index.json": "i", "a.yaml": "ours", "b.yaml": "ours", "c.yaml": "ours"]
    let message = try refusal(of: files, in: playground)
    #expect(
      message.hasSuffix(
        "out/a.yaml: it is a file without the header of generated ones; \(playground.out)/b.yaml: it is a file without "
          + "the header of generated ones; move these away, or remove them"))
  }

  @Test func `all that is in the way, each by what it is`() throws {
    let playground = try Builds.prepare()
    try playground.put("clusters/west/1.yaml", "mine")
    try playground.remove("changed.yaml")
    try playground.link("changed.yaml", to: "same.yaml")
    try playground.put("clusters/west/apps/2.yaml/notes.txt", "mine")
    #expect(unsafe mkfifo(playground.path("file.new"), 0o644) == 0)
    try playground.remove("file")
    #expect(unsafe mkfifo(playground.path("file"), 0o644) == 0)
    let message = try refusal(of: Builds.new, in: playground)
    for thing in [
      "changed.yaml: it is a symbolic link, which may lead out of the directory",
      "clusters/west/1.yaml: it is a file without the header", "file: it is a named pipe",
      "clusters/west/apps/2.yaml/notes.txt: it is a file without the header",
    ] {
      #expect(message.contains("out/\(thing)"), "\(message)")
    }
    #expect(!message.contains("file.new"))
  }

  @Test func `the output of another owner, by both names`() throws {
    let playground = try Builds.prepare()
    let directory = playground.directory
    let theirs = tree(Builds.new.mapValues { $0.replacing("for us", with: "for them") }, of: "them")
    let error = #expect(throws: FileSystemError.self) { try directory.write(theirs, sealedBy: Playground.index) }
    let message = error?.reason ?? ""
    #expect(
      message.hasPrefix(
        "it holds the output of topology us (changed.yaml and 3 more), and this is topology them; write elsewhere, or "
          + "replace it with --take-over; "))
    #expect(message.contains("out/folder/x.yaml: it is a file"))
    #expect(try playground.snapshot() == Builds.both(Builds.old))
    _ = try directory.write(theirs, sealedBy: Playground.index, claiming: Claim(takesOver: true))
    #expect(
      try playground.snapshot()
        == Builds.both(
          Dictionary(
            uniqueKeysWithValues: theirs.files.map {
              ($0.path.text, String(decoding: $0.bytes, as: UTF8.self))
            })))
  }

  @Test func `but adopts a foreign file that has the same bytes`() throws {
    let playground = try Playground()
    try playground.put("a.yaml", "ours")
    #expect(try playground.write(["index.json": "i", "a.yaml": "ours"]).unchanged == 1)
  }

  @Test func `a foreign index`() throws {
    let playground = try Playground()
    try playground.put("index.json", "{}")
    #expect(try refusal(of: Builds.old, in: playground).contains("out/index.json"))
  }

  @Test(arguments: ["clusters", "clusters/east", "clusters/east/1.yaml"])
  func `a symbolic link on the way to our files`(path: String) throws {
    let playground = try Builds.prepare()
    try FileManager.default.createDirectory(atPath: playground.root + "/outside", withIntermediateDirectories: true)
    let outside = playground.root + "/outside/" + path.replacing("/", with: "-")
    try FileManager.default.moveItem(atPath: playground.path(path), toPath: outside)
    try playground.link(path, to: outside)
    let before = try snapshotOf(playground.root)
    let message = try refusal(of: Builds.new, in: playground)
    #expect(message.contains("out/\(path): it is a symbolic link"))
    #expect(try snapshotOf(playground.root) == before)
  }

  @Test func `a foreign folder where a file must go`() throws {
    let playground = try Builds.prepare()
    try playground.put("folder/mine.txt", "mine")
    #expect(try refusal(of: Builds.new, in: playground).contains("out/folder/mine.txt"))
  }

  @Test func `an empty foreign folder where a file must go`() throws {
    let playground = try Playground()
    try FileManager.default.createDirectory(atPath: playground.path("a"), withIntermediateDirectories: true)
    #expect(try refusal(of: ["index.json": "i", "a": "ours"], in: playground).contains("out/a"))
  }

  @Test func `an edited file where a folder must go`() throws {
    let playground = try Builds.prepare()
    try playground.put("file", "edited")
    #expect(try refusal(of: Builds.new, in: playground).contains("out/file"))
  }

  @Test func `a named pipe where a file must go`() throws {
    let playground = try Builds.prepare()
    #expect(unsafe mkfifo(playground.path("folder/pipe"), 0o644) == 0)
    #expect(unsafe mkfifo(playground.path("clusters/west"), 0o644) == 0)
    let message = try refusal(of: Builds.new, in: playground)
    #expect(message.contains("out/clusters/west") && message.contains("out/folder/pipe"))
  }

  @Test(arguments: [["a": "1", "a/b": "2"], [".meshgen-staging/1": "1"]])
  func `a tree that cannot be a directory`(files: [String: String]) throws {
    let playground = try Playground()
    #expect(throws: FileSystemError.self) { try playground.write(files) }
    #expect(playground.exists("") == false)
  }

  @Test func `a directory that is a file`() throws {
    let playground = try Playground()
    try Data().write(to: URL(filePath: playground.out))
    let error = #expect(throws: FileSystemError.self) { try playground.write(Builds.old) }
    #expect(error?.description == "cannot open the folder \(playground.out): not a directory")
  }

  @Test func `a directory in which another build is at work`() throws {
    let playground = try Builds.prepare()
    let other = unsafe open(playground.out, O_RDONLY)
    defer { close(other) }
    #expect(flock(other, LOCK_EX) == 0)
    #expect(try refusal(of: Builds.new, in: playground).contains("another build is writing there"))
  }

  /// The message of a write that must fail and change nothing.
  private func refusal(
    of files: [String: String], in playground: borrowing Playground
  ) throws -> String {
    let before = try snapshotOf(playground.out)
    let directory = playground.directory
    let error = #expect(throws: FileSystemError.self) {
      try directory.write(tree(files), sealedBy: Playground.index)
    }
    #expect(try snapshotOf(playground.out) == before)
    #expect(error?.outcome == nil)
    return error?.description ?? ""
  }
}
