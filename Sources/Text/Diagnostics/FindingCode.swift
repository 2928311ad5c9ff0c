/// What kind of mistake a finding is: a number that is never used for another kind, a word, and its manual page.
///
/// A code is declared beside the check that reports it, and listed in its module's `findingCodes`.
package struct FindingCode: Sendable {
  /// The number behind `MG`: 1xx YAML, 2xx shape, 3xx the mesh, from 400 one hundred a dialect.
  package let number: Int
  /// The kind in words: `unknown-network`.
  package let slug: String
  /// How much a finding of this kind weighs unless the user says otherwise.
  package let severity: Severity
  /// The manual page.
  package let explanation: Explanation

  package init(_ number: Int, _ slug: String, _ severity: Severity = .error, _ explanation: Explanation) {
    self.number = number
    self.slug = slug
    self.severity = severity
    self.explanation = explanation
  }

  /// The name as users write it: `MG303`.
  package var name: String { "MG\(number)" }
}

extension FindingCode: Hashable {
  package static func == (left: FindingCode, right: FindingCode) -> Bool { left.number == right.number }
  package func hash(into hasher: inout Hasher) { hasher.combine(number) }
}
