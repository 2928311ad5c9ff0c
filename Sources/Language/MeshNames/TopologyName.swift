/// The name of a topology, as it stands in the first line of every file.
package struct TopologyName: TextValue {
  package let description: String

  package init(parsing text: String) throws(Misfit) {
    try NameSyntax.label.check(text)
    description = text
  }
}
