/// A pool of Google's Certificate Authority Service, with a template of certificates or without.
package struct AuthorityPool: TextValue {
  package let description: String

  package init(parsing text: String) throws(Misfit) {
    let expected =
      "`projects/P/locations/R/caPools/POOL`, and if need be `:projects/P/locations/R/certificateTemplates/T` behind it"
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard let pool = parts.first, Self.isName(pool, of: "caPools"),
      parts.dropFirst().allSatisfy({ Self.isName($0, of: "certificateTemplates") }), parts.count <= 2
    else { throw Misfit("is no CA pool", expected: expected) }
    description = text
  }

  /// Whether a text is the full name of something in a project and a region.
  private static func isName(_ text: Substring, of kind: String) -> Bool {
    let words = text.split(separator: "/", omittingEmptySubsequences: false)
    guard words.count == 6, words[0] == "projects", words[2] == "locations", words[4] == kind else { return false }
    return [words[1], words[3], words[5]].allSatisfy { word in
      !word.isEmpty && !word.hasPrefix("-") && word.unicodeScalars.allSatisfy(isAllowed)
    }
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".": true
    default: false
    }
  }
}
