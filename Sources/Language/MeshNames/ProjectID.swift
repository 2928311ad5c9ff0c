/// The ID of a Google Cloud project, as in `example-fleet`: a part of identities, and of the names of clusters.
package struct ProjectID: TextValue {
  package let description: String

  package init(parsing text: String) throws(Misfit) {
    // cloud.google.com, "Creating and managing projects": 6 to 30 characters, and no hyphen at the end. An ID with a
    // domain before it, `example.com:fleet`, can be no part of a SPIFFE ID.
    let expected = "6 to 30 lower-case letters, digits and `-`, a letter first"
    guard !text.contains(":") else { throw Misfit("has a domain before it", expected: expected) }
    try NameSyntax.label.check(text)
    guard (6...30).contains(text.utf8.count) else {
      throw Misfit("has \(text.utf8.count) characters", expected: expected)
    }
    guard text.utf8.first.map({ (97...122).contains($0) }) ?? false else {
      throw Misfit("begins with a digit: that is a project's number", expected: expected)
    }
    description = text
  }
}
