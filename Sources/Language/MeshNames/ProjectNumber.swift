/// The number of a Google Cloud project, as in `123456789012`.
package struct ProjectNumber: TextValue {
  package let description: String

  package init(parsing text: String) throws(Misfit) {
    let expected = "digits alone, as `gcloud projects describe PROJECT --format='value(projectNumber)'` prints them"
    guard (1...19).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }), !text.hasPrefix("0")
    else { throw Misfit("is no project number", expected: expected) }
    description = text
  }
}
