/// The key of a Kubernetes annotation: a name, with the DNS name of its owner before it as a rule.
package struct AnnotationKey: TextValue {
  package let description: String

  package init(parsing text: String) throws(Misfit) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 2, let name = parts.last else {
      throw Misfit("has more than one `/`", expected: "a name, or a DNS name, `/` and a name")
    }
    if parts.count == 2 { try NameSyntax.subdomain.check(parts[0]) }
    try NameSyntax.labelValue.check(name)
    description = text
  }
}
