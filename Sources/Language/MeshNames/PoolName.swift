/// The name of a CA pool of Google's Certificate Authority Service, within its project and location.
package struct PoolName: TextValue {
  package let description: String

  package init(parsing text: String) throws(Misfit) {
    // cloud.google.com, projects.locations.caPools/create, caPoolId: `[a-zA-Z0-9_-]{1,63}`.
    guard (1...63).contains(text.utf8.count), text.unicodeScalars.allSatisfy(Self.isAllowed), !text.hasPrefix("-")
    else {
      throw Misfit("is no name of a CA pool", expected: "letters, digits, `-` and `_`, at most 63, and no `-` first")
    }
    description = text
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
    default: false
    }
  }
}
