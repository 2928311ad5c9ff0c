/// The name of a region, a zone or a part of one: the value of a label of its nodes.
package struct LocalityName: TextValue {
  package let description: String

  package init(parsing text: String) throws(Misfit) {
    try NameSyntax.labelValue.check(text)
    description = text
  }
}
