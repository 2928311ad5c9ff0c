/// The value of a Kubernetes label.
package struct LabelValue: TextValue {
  package let description: String

  package init(parsing text: String) throws(Misfit) {
    try NameSyntax.labelValue.check(text)
    description = text
  }
}
