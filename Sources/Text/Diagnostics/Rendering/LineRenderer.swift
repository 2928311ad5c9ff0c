/// Shows each finding on one line: `topology.yaml:24:14: error MG303: …`.
struct LineRenderer {
  let source: SourceText

  func render(_ findings: [Finding]) -> String {
    findings.map(line).joined()
  }

  /// The lines of the other places of a mistake.
  private func others(_ finding: Finding) -> String {
    let lines = finding.notes.filter(\.isRepetition).map { "\(source.position(of: $0.range.start).line)" }
    return lines.isEmpty ? "" : "; also in line\(lines.count == 1 ? "" : "s") \(listed(lines))"
  }

  private func line(_ finding: Finding) -> String {
    let position = source.position(of: finding.place.range.start)
    let help = finding.help.map { "; \($0)" } ?? ""
    let said = printable(
      "\(finding.severity.rawValue) \(finding.code.name): \(finding.message)\(help)\(others(finding))")
    return "\(printable(source.name)):\(position.line):\(position.column): \(said)\n"
  }
}
