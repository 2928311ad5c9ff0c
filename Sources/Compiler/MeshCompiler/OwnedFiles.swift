internal import Diagnostics
package import Digests
package import FileTrees
internal import YAMLReading

/// The files that an earlier build wrote, by its `index.json`.
package enum OwnedFiles {
  /// The paths of the files, and the digests of what was written.
  package typealias List = [RelativePath: SHA256Digest]

  /// What a directory is the output of; one never takes another's place.
  package enum Kind: String, Sendable {
    case plan = "Plan"
    case migration = "MigrationPlan"
  }

  /// Reads the list from the index of a directory that a tree is about to replace; `nil` where the text is no such index.
  ///
  /// Most builds change nothing. Then both have the same index, and it need not be read.
  package static func read(_ bytes: [UInt8], of kind: Kind = .plan, before tree: FileTree) -> List? {
    guard tree.files.last?.bytes == bytes else { return read(bytes, of: kind) }
    return Dictionary(tree.files.dropLast().map { ($0.path, SHA256Digest(of: $0.bytes)) }) { first, _ in first }
  }

  /// Reads the list; `nil` where the text is no index.
  ///
  /// JSON is YAML, so the reader is the same.
  package static func read(_ bytes: [UInt8], of kind: Kind = .plan) -> List? {
    var log = FindingLog()
    let source = SourceText(name: "index.json", bytes: bytes)
    guard case .mapping(let root)? = readYAML(source, limits: limits, into: &log), !log.hasErrors,
      root["kind"]?.text == kind.rawValue, case .sequence(let files)? = root["files"]
    else { return nil }
    var owned: List = [:]
    for case .mapping(let file) in files.items {
      guard let path = file["path"]?.text.flatMap(RelativePath.init(untrusted:)),
        let digest = file["sha256"]?.text.flatMap(SHA256Digest.init(hexadecimal:))
      else { return nil }
      owned[path] = digest
    }
    return owned
  }

  /// The index of a mesh of a thousand clusters has some 30 MB.
  private static let limits = ReadingLimits(bytes: 1 << 30, depth: 16)
}

extension Node.Mapping {
  fileprivate subscript(key: String) -> Node? { entries.first { $0.key.text == key }?.value }
}

extension Node {
  fileprivate var text: String? {
    if case .scalar(let scalar) = self { scalar.text } else { nil }
  }
}
