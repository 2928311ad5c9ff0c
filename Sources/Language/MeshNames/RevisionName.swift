/// The name of a control plane's revision: a part of the names of its Service and its webhooks.
package struct RevisionName: TextValue {
  package let description: String

  package init(parsing text: String) throws(Misfit) {
    try NameSyntax.label.check(text)
    description = text
  }
}
