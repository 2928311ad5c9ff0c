/// A DNS name as certificates hold it: labels joined by dots, no wildcard and no dot at the end.
package struct DNSName: TextValue {
  package let description: String

  package init(parsing text: String) throws(Misfit) {
    try NameSyntax.subdomain.check(text)
    description = text
  }

  /// A Service of Kubernetes as other namespaces call it.
  package init(ofService service: String, in namespace: NamespaceName) { description = "\(service).\(namespace).svc" }

  /// Whether the other name is this one, or lies below it (RFC 5280, section 4.2.1.10).
  package func contains(_ other: DNSName) -> Bool {
    other.description == description || other.description.hasSuffix(".\(description)")
  }
}
