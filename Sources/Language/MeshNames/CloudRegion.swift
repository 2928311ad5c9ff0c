/// A region of a cloud, as in `eu-central-1` or `europe-west3`.
package struct CloudRegion: TextValue {
  package let description: String

  package init(parsing text: String) throws(Misfit) {
    try NameSyntax.label.check(text)
    description = text
  }
}
