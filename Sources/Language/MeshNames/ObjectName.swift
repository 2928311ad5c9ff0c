/// The name of a Kubernetes object of most kinds: an RFC 1123 subdomain.
package struct ObjectName: TextValue {
  package let description: String

  package init(parsing text: String) throws(Misfit) {
    try NameSyntax.subdomain.check(text)
    description = text
  }
}
