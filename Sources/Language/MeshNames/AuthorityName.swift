/// The name of a tier of the CA hierarchy: what its files are called after.
package struct AuthorityName: TextValue {
  package let description: String

  /// The authority that signs itself.
  package static let root = AuthorityName(literal: "root")

  package init(parsing text: String) throws(Misfit) {
    try NameSyntax.label.check(text)
    description = text
  }

  private init(literal: String) { description = literal }
}
