package import MeshNames

/// A text of one line in which anything may stand but control characters.
package struct PlainText: TextValue {
  package let description: String

  package init(parsing text: String) throws(Misfit) {
    guard !text.isEmpty else { throw Misfit("is empty", expected: "a text") }
    guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
      throw Misfit("has a control character or a line break in it", expected: "a text of one line")
    }
    description = text
  }
}
