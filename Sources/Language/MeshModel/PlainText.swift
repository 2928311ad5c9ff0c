package import MeshNames

/// A text of one line in which anything may stand that can be seen.
package struct PlainText: TextValue {
  package let description: String

  package init(parsing text: String) throws(Misfit) {
    guard !text.isEmpty else { throw Misfit("is empty", expected: "a text") }
    guard !text.unicodeScalars.contains(where: \.isInvisible) else {
      throw Misfit("has a line break or a character that cannot be seen in it", expected: "a text of one line")
    }
    description = text
  }
}
