/// The name of a subset of a service: an RFC 1123 label, since it travels in the name that TLS asks for.
package struct SubsetName: TextValue {
  package let description: String

  package init(parsing text: String) throws(Misfit) {
    try NameSyntax.label.check(text)
    description = text
  }
}
