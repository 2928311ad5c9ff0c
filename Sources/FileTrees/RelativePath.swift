/// A path inside a directory, its parts joined by `/`: never absolute, never with an empty, `.` or `..` part.
package struct RelativePath: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The path as it is written: `clusters/east/kustomization.yaml`.
  package let text: String

  /// A path of parts that are known to be harmless: literals and names that were parsed.
  package init(_ parts: String...) { self.init(parts) }

  /// A path of parts that are known to be harmless.
  package init(_ parts: [String]) { text = parts.joined(separator: "/") }

  /// The path in a text that somebody else wrote, an index of an earlier build, say; `nil` where it leads outside.
  package init?(untrusted text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard !parts.isEmpty, parts.allSatisfy({ !["", ".", ".."].contains($0) }), !text.utf8.contains(0) else {
      return nil
    }
    self.text = text
  }

  package var description: String { text }

  package static func < (left: RelativePath, right: RelativePath) -> Bool { left.text < right.text }
}
