/// The value of a Kubernetes label, which may be empty.
package struct LabelValue: TextValue {
  package let description: String

  package init(parsing text: String) throws(Misfit) {
    if !text.isEmpty { try NameSyntax.labelValue.check(text) }
    description = text
  }
}
