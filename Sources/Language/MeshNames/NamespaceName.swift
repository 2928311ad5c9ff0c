/// The name of a Kubernetes namespace.
package struct NamespaceName: TextValue {
  package let description: String

  package init(parsing text: String) throws(Misfit) {
    try NameSyntax.label.check(text)
    description = text
  }
}
