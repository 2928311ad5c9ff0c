/// The findings of a run, in the order in which they were made.
package struct FindingLog: Sendable {
  package private(set) var findings: [Finding] = []

  package init() {}

  package mutating func report(_ finding: Finding) { findings.append(finding) }

  /// Reports a finding unless its place has one of its kind: what is written once for all clusters is wrong once.
  package mutating func reportOnce(_ finding: Finding) {
    if !findings.contains(where: { $0.code == finding.code && $0.place.range == finding.place.range }) {
      report(finding)
    }
  }

  package var hasErrors: Bool { findings.contains { $0.severity == .error } }

  /// All findings, sorted by place, the heavier first at the same place.
  ///
  /// Two findings of the same kind at the same place are one: a list that is read twice is reported once.
  package var sorted: [Finding] {
    let ordered = findings.enumerated().sorted { left, right in
      Self.precedes((left.element, left.offset), (right.element, right.offset))
    }
    var seen: Set<Identity> = []
    return ordered.map(\.element).filter { seen.insert(Identity($0)).inserted }
  }

  private struct Identity: Hashable {
    let code: FindingCode
    let range: SourceRange
    let message: String

    init(_ finding: Finding) {
      code = finding.code
      range = finding.place.range
      message = finding.message
    }
  }

  private static func precedes(_ left: (Finding, Int), _ right: (Finding, Int)) -> Bool {
    let (first, second) = (left.0, right.0)
    if first.place.range.start != second.place.range.start {
      return first.place.range.start < second.place.range.start
    }
    if first.severity != second.severity { return first.severity > second.severity }
    return (first.code.number, left.1) < (second.code.number, right.1)
  }
}
