/// A domain of the DNS.
package struct DomainName: TextValue {
  package let description: String

  package init(parsing text: String) throws(Misfit) {
    try NameSyntax.subdomain.check(text)
    let isNumeric = text.split(separator: ".").last?.allSatisfy(\.isNumber) ?? true
    guard !isNumeric else { throw Misfit("is no domain", expected: "a name such as `apps.example.com`") }
    description = text
  }

  /// Whether the domain is another one, or lies below it.
  package func isWithin(_ domain: String) -> Bool { description == domain || description.hasSuffix(".\(domain)") }
}
