/// The Amazon Resource Name of an authority of AWS Private CA.
package struct AuthorityARN: TextValue {
  package let description: String

  package init(parsing text: String) throws(Misfit) {
    // docs.aws.amazon.com, "Actions, resources, and condition keys for AWS Private Certificate Authority".
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let resource = parts.last?.split(separator: "/", omittingEmptySubsequences: false) ?? []
    guard parts.count == 6, parts[0] == "arn", parts[1].hasPrefix("aws"), parts[2] == "acm-pca",
      parts[4].utf8.count == 12, parts[4].utf8.allSatisfy({ (48...57).contains($0) }), resource.count == 2,
      resource[0] == "certificate-authority", Self.isIdentifier(parts[1]), Self.isIdentifier(parts[3]),
      Self.isIdentifier(resource[1])
    else {
      throw Misfit(
        "is no authority of AWS Private CA", expected: "`arn:aws:acm-pca:REGION:ACCOUNT:certificate-authority/ID`")
    }
    description = text
  }

  /// The region that the authority is in.
  package var region: String { String(description.split(separator: ":")[3]) }

  private static func isIdentifier(_ text: Substring) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-") }
  }
}
