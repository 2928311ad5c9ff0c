import FileTrees
import Foundation

/// A folder of its own for each test, with an output directory in it.
struct Playground: ~Copyable {
  let root: String
  var out: String { root + "/out" }
  var directory: Directory { Directory(path: out) }
  static let index = RelativePath("index.json")

  init(on folder: String = NSTemporaryDirectory()) throws {
    root = folder + "/filetrees-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: root)
  }

  func path(_ inside: String) -> String { "\(out)/\(inside)" }

  /// Puts a file there as a user would.
  func put(_ inside: String, _ text: String) throws {
    let url = URL(filePath: path(inside))
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func remove(_ inside: String) throws { try FileManager.default.removeItem(atPath: path(inside)) }

  func link(_ inside: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path(inside), withDestinationPath: target)
  }

  func exists(_ inside: String) -> Bool { FileManager.default.fileExists(atPath: path(inside)) }

  /// All files with their texts, and links, as `find` sees them: the staging folder is not left out.
  func snapshot() throws -> [String: String] { try snapshotOf(out) }

  /// Writes a tree as a build does.
  @discardableResult
  func write(_ files: [String: String], claiming claim: Claim = Claim()) throws -> WriteReport {
    try directory.write(tree(files), sealedBy: Self.index, claiming: claim)
  }

  func compare(_ files: [String: String], claiming claim: Claim = Claim()) throws -> [Difference] {
    try directory.compare(with: tree(files), sealedBy: Self.index, claiming: claim)
  }
}

func snapshotOf(_ path: String) throws -> [String: String] {
  guard let names = FileManager.default.enumerator(atPath: path) else { return [:] }
  var files: [String: String] = [:]
  for case let name as String in names {
    let attributes = try FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")
    switch attributes[.type] as? FileAttributeType {
    case .typeDirectory: continue
    case .typeRegular:
      files[name] = String(decoding: try Data(contentsOf: URL(filePath: "\(path)/\(name)")), as: UTF8.self)
    default: files[name] = "(no file)"
    }
  }
  return files
}

/// A tree of files that are as they are given, with marks or without.
func tree(_ files: [String: String], of owner: String = "us") -> FileTree {
  var tree = FileTree(
    mark: Mark(before: "made for ", owner: owner, after: "."), folders: ["clusters", "file", "folder", "gone"])
  for (path, text) in files.sorted(by: { $0.key < $1.key }) { tree.add(RelativePath(path), text) }
  return tree
}

/// A text that says whose it is, as generated files do.
func marked(_ text: String, for owner: String = "us") -> String { "# made for \(owner).\n\(text)\n" }

/// Two builds between which everything happens that can: files come, go, change, stay, and change places with folders.
enum Builds {
  static let old = [
    "index.json": "old index", "same.yaml": "same", "changed.yaml": "old", "gone/a.yaml": "gone",
    "gone/deep/b.yaml": "gone as well", "file": "was a file", "folder/x.yaml": "was in a folder",
    "clusters/east/1.yaml": "one", "clusters/east/2.yaml": "two",
  ].mapValues { marked($0) }
  static let new = [
    "index.json": "new index", "same.yaml": "same", "changed.yaml": "new", "file/y.yaml": "now in a folder",
    "folder": "now a file", "clusters/east/1.yaml": "one, changed", "clusters/west/1.yaml": "west",
    "clusters/west/apps/2.yaml": "west two",
  ].mapValues { marked($0) }
  static let foreign = ["notes.txt": "mine", "clusters/east/notes.txt": "mine as well"]

  static func both(_ build: [String: String]) -> [String: String] { build.merging(foreign) { $1 } }

  /// A playground in which the old build and foreign files are.
  static func prepare(on folder: String = NSTemporaryDirectory()) throws -> Playground {
    let playground = try Playground(on: folder)
    try playground.write(old)
    for (path, text) in foreign { try playground.put(path, text) }
    return playground
  }
}
