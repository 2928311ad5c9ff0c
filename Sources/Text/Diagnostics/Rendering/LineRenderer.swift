/// Shows each finding on one line: `topology.yaml:24:14: error MG303: …`.
struct LineRenderer {
  let source: SourceText

  func render(_ findings: [Finding]) -> String {
    findings.map(line).joined()
  }

  private func line(_ finding: Finding) -> String {
    let position = source.position(of: finding.place.range.start)
    let help = finding.help.map { "; \($0)" } ?? ""
    let said = printable("\(finding.severity.rawValue) \(finding.code.name): \(finding.message)\(help)")
    return "\(source.name):\(position.line):\(position.column): \(said)\n"
  }
}
