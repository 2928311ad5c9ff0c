/// The name of a branch or a tag of a Git repository (git-check-ref-format).
package struct BranchName: TextValue {
  package let description: String

  package init(parsing text: String) throws(Misfit) {
    let expected = "a branch or a tag, as in `main`"
    guard !text.isEmpty, !text.hasPrefix("-"), !text.hasPrefix("/"), !text.hasSuffix("/"), !text.hasSuffix("."),
      !text.contains(".."), !text.contains("//"), text.unicodeScalars.allSatisfy(Self.allows)
    else { throw Misfit("is no name of a branch", expected: expected) }
    description = text
  }

  private static func allows(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".", "/", "+": true
    default: false
    }
  }
}
