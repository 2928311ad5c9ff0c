internal import Diagnostics
package import Digests
package import FileTrees
internal import YAMLReading

/// The files that a build of an earlier release wrote, by the digests in its `index.json`.
///
/// Of plans, releases of today write no such list: their files have headers. Stages of a migration cannot have any.
package enum OwnedFiles {
  /// The paths of the files, and the digests of what was written.
  package typealias List = [RelativePath: SHA256Digest]

  /// What a directory is the output of; one never takes another's place.
  package enum Kind: String, Sendable {
    case plan = "Plan"
    case migration = "MigrationPlan"
  }

  /// Reads the list; `nil` where the text is no index with one, or that of another topology.
  ///
  /// JSON is YAML, so the reader is the same.
  ///
  /// - Parameters:
  ///   - bytes: The index that is there.
  ///   - kind: What the directory is to be the output of.
  ///   - owner: The name of the topology; `nil` if any will do.
  /// - Returns: The list.
  package static func read(_ bytes: [UInt8], of kind: Kind = .plan, from owner: String?) -> List? {
    var log = FindingLog()
    let source = SourceText(name: "index.json", bytes: bytes)
    guard case .mapping(let root)? = readYAML(source, limits: limits, into: &log), !log.hasErrors,
      root["kind"]?.text == kind.rawValue, case .mapping(let topology)? = root["topology"],
      owner == nil || topology["name"]?.text == owner, case .sequence(let files)? = root["files"]
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

  /// The index of a mesh of a thousand clusters had some 30 MB.
  package static let largest = 1 << 26

  private static let limits = ReadingLimits(bytes: largest, depth: 16)
}

extension Node.Mapping {
  fileprivate subscript(key: String) -> Node? { entries.first { $0.key.text == key }?.value }
}

extension Node {
  fileprivate var text: String? {
    if case .scalar(let scalar) = self { scalar.text } else { nil }
  }
}
