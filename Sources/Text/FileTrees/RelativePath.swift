/// A path inside a directory, its parts joined by `/`: never absolute, never with an empty, `.` or `..` part.
package struct RelativePath: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The path as it is written: `clusters/east/kustomization.yaml`.
  package let text: String

  /// A path of parts that are known to be harmless: literals and names that were parsed.
  package init(_ parts: String...) { self.init(parts) }

  /// A path of parts that are known to be harmless.
  package init(_ parts: [String]) { text = parts.joined(separator: "/") }

  /// The path in a text that somebody else wrote, an index of an earlier build, say; `nil` where it leads outside.
  ///
  /// Control characters are refused as well: no build writes such a name, and they would break lines of output.
  package init?(untrusted text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard !parts.isEmpty, parts.allSatisfy({ !["", ".", ".."].contains($0) }) else { return nil }
    guard text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { return nil }
    self.text = text
  }

  /// The path of what a folder holds under a name that was read from the disk.
  init(_ name: String, in folder: RelativePath?) {
    text = folder.map { "\($0.text)/\(name)" } ?? name
  }

  private init(prefix: Substring) {
    text = String(prefix)
  }

  package var description: String { text }

  /// The folder that holds the file; `nil` where that is the directory itself.
  var folder: RelativePath? {
    text.utf8.lastIndex(of: UInt8(ascii: "/")).map { RelativePath(prefix: text[..<$0]) }
  }

  /// The last part.
  var name: String {
    text.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(text[text.utf8.index(after: $0)...]) } ?? text
  }

  /// The parts, outermost first.
  var parts: [Substring] { text.split(separator: "/") }

  /// Whether the path leads through the folder.
  func isInside(_ folder: RelativePath) -> Bool { text.utf8.starts(with: "\(folder.text)/".utf8) }

  // Texts are equal when they look alike, however an accent is composed; files are not.
  package static func == (left: RelativePath, right: RelativePath) -> Bool {
    left.text == right.text && left.text.utf8.elementsEqual(right.text.utf8)
  }

  package static func < (left: RelativePath, right: RelativePath) -> Bool { left.text < right.text }
}

extension Set<RelativePath> {
  /// Adds every folder that a path leads through.
  mutating func insertFolders(of path: RelativePath) {
    var next = path.folder
    while let folder = next, insert(folder).inserted { next = folder.folder }
  }
}
