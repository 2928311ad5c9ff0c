/// The name of a Kubernetes Service: an RFC 1035 label, which begins with a letter.
package struct ServiceName: TextValue {
  package let description: String

  package init(parsing text: String) throws(Misfit) {
    try NameSyntax.label.check(text)
    guard text.first?.isNumber == false else {
      throw Misfit("begins with a digit", expected: "\(NameSyntax.label.inWords), beginning with a letter")
    }
    description = text
  }
}
