/// What a user makes of findings that are no errors.
package struct SeverityPolicy: Sendable {
  private let warningsAreErrors: Bool
  private let raised: Set<FindingCode>
  private let silenced: Set<FindingCode>

  /// - Parameters:
  ///   - warningsAreErrors: Whether every warning counts as an error.
  ///   - raised: Codes whose findings count as errors.
  ///   - silenced: Codes whose findings are not wanted. An error cannot be silenced.
  package init(warningsAreErrors: Bool, raised: Set<FindingCode>, silenced: Set<FindingCode>) {
    self.warningsAreErrors = warningsAreErrors
    self.raised = raised
    self.silenced = silenced
  }

  /// The findings as the user wants to see them.
  ///
  /// - Parameters:
  ///   - findings: What a compilation has to say.
  ///   - unwanted: What the topology has silenced. A code that is raised is raised nevertheless.
  /// - Returns: The findings to show, sorted by place.
  package func apply(to findings: [Finding], unwanted: [Finding] = []) -> [Finding] {
    let wanted = findings.filter { $0.severity == .error || raised.contains($0.code) || !silenced.contains($0.code) }
    let heard = unwanted.filter { raised.contains($0.code) }
    return (wanted + heard).sorted { $0.place.range.start < $1.place.range.start }.map { finding in
      var finding = finding
      let isWarning = finding.severity == .warning && warningsAreErrors
      if isWarning || raised.contains(finding.code) { finding.severity = .error }
      return finding
    }
  }
}
