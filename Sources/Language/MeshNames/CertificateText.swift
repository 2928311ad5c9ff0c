/// Certificates in PEM form, which begin and end with the lines of RFC 7468.
package struct CertificateText: TextValue {
  package let description: String

  package init(parsing text: String) throws(Misfit) {
    let expected = "lines from `\(Self.first)` to `\(Self.last)`"
    let lines = text.split(separator: "\n").map(Self.withoutSpace)
    guard lines.first == Self.first, lines.last == Self.last else {
      throw Misfit("is no certificate", expected: expected)
    }
    guard lines.allSatisfy({ $0 == Self.first || $0 == Self.last || Self.isBase64($0) }) else {
      throw Misfit("has a line in it that is not of a certificate", expected: expected)
    }
    description = lines.joined(separator: "\n") + "\n"
  }

  /// How many certificates there are.
  package var count: Int { description.split(separator: "\n").count { $0 == Self.first } }

  private static let first = "-----BEGIN CERTIFICATE-----"
  private static let last = "-----END CERTIFICATE-----"

  private static func withoutSpace(_ line: Substring) -> String {
    String(line.filter { $0 != " " || line.hasPrefix("-") })
  }

  private static func isBase64(_ line: String) -> Bool {
    !line.isEmpty
      && line.utf8.allSatisfy {
        (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || [43, 47, 61].contains($0)
      }
  }
}
