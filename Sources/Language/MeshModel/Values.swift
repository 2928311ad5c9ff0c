internal import Diagnostics
package import YAMLReading

/// Istio's own values, as somebody wrote them: they are laid under what is derived.
package struct Values: Sendable {
  package let mapping: Node.Mapping
  /// Where they stand, as messages name it: `clusters[1].values`.
  package let path: String
}

extension MappingReader {
  /// Reads a mapping whose keys are not the language's own.
  mutating func values(_ key: String) -> Values? {
    free(key).map { Values(mapping: $0, path: path(to: key)) }
  }

  /// A mapping of which this language says nothing.
  mutating func free(_ key: String) -> Node.Mapping? {
    guard let entry = entry(key) else { return nil }
    if case .mapping(let mapping) = entry.value { return mapping }
    log.report(
      .wrongKind(path(to: key), wanted: "a mapping", found: entry.value, help: "write `\(key): {KEY: VALUE}`"))
    return nil
  }
}
