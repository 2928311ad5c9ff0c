/// A folder of a repository, by its path from the root: `clusters/generated`; `.` for the root itself.
package struct RepositoryPath: TextValue {
  package let description: String

  /// The names that lead there.
  package var components: [String] { description == "." ? [] : description.split(separator: "/").map(String.init) }

  package init(parsing text: String) throws(Misfit) {
    let expected = "a path from the repository's root, as in `clusters/mesh`, or `.` for the root"
    guard !text.hasPrefix("/") else { throw Misfit("is absolute", expected: expected, suggestion: Self.mended(text)) }
    let components = text.split(separator: "/", omittingEmptySubsequences: false)
    guard !components.contains("..") else { throw Misfit("leads out of a folder", expected: expected) }
    guard text == "." || !components.contains(where: { $0.isEmpty || $0 == "." }) else {
      throw Misfit("has an empty part", expected: expected, suggestion: Self.mended(text))
    }
    guard text.unicodeScalars.allSatisfy(Self.allows) else {
      throw Misfit("has a character in it that is no letter, digit, `-`, `_` or `.`", expected: expected)
    }
    description = text
  }

  private static func allows(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".", "/": true
    default: false
    }
  }

  private static func mended(_ text: String) -> String? {
    let path = text.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    return path.isEmpty || (try? RepositoryPath(parsing: path)) == nil ? nil : path
  }
}
