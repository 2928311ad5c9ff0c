/// A value that a topology writes as one text, and that can only exist if the text is right.
package protocol TextValue: Hashable, Sendable, CustomStringConvertible {
  /// Reads the value; throws what is wrong with the text and what would be right.
  init(parsing text: String) throws(Misfit)
}

/// Why a text is not the value that it should be.
package struct Misfit: Error, Equatable, Sendable {
  /// What is wrong, to follow "`text` ": `has an upper-case letter`.
  package let problem: String
  /// What would be right, in full.
  package let expected: String
  /// The text that was probably meant.
  package let suggestion: String?

  package init(_ problem: String, expected: String, suggestion: String? = nil) {
    self.problem = problem
    self.expected = expected
    self.suggestion = suggestion
  }
}
