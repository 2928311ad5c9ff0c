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
  /// The parts of a topology that a finding of this kind is drawn from, as paths: `clusters[].network`.
  ///
  /// Where one of them is wrong by itself, so may be the finding, and it is left out. `nil` is the whole topology.
  package let restsOn: [String]?
  /// The manual page.
  package let explanation: Explanation

  package init(
    _ number: Int, _ slug: String, _ severity: Severity = .error, restsOn: [String]? = nil,
    _ explanation: Explanation
  ) {
    self.number = number
    self.slug = slug
    self.severity = severity
    self.restsOn = restsOn
    self.explanation = explanation
  }

  /// The name as users write it: `MG303`.
  package var name: String { "MG\(number)" }
}

extension FindingCode: Hashable {
  package static func == (left: FindingCode, right: FindingCode) -> Bool { left.number == right.number }
  package func hash(into hasher: inout Hasher) { hasher.combine(number) }
}
