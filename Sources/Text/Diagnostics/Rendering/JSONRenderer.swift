package import YAMLWriting

/// Shows a run's findings as one JSON document.
///
/// Fields are only ever added; `version` counts what breaks.
package struct JSONRenderer {
  let source: SourceText

  package init(source: SourceText) { self.source = source }

  func render(_ findings: [Finding]) -> String { document(findings).json }

  /// The document, for those who have more to say in it.
  package func document(_ findings: [Finding]) -> YAMLValue {
    [
      "version": 1,
      "file": .string(source.name),
      "errors": .integer(findings.count { $0.severity == .error }),
      "warnings": .integer(findings.count { $0.severity == .warning }),
      "findings": .sequence(findings.map(value)),
    ]
  }

  private func value(_ finding: Finding) -> YAMLValue {
    .fields([
      "code": .string(finding.code.name),
      "slug": .string(finding.code.slug),
      "severity": .string(finding.severity.rawValue),
      "message": .string(finding.message),
      "range": range(finding.place.range),
      "words": .string(finding.place.words),
      "notes": .sequence(finding.notes.map { ["range": range($0.range), "words": .string($0.words)] }),
      "help": finding.help.map { .string($0) },
      "fix": finding.fix.map { ["range": range($0.range), "replacement": .string($0.replacement)] },
    ])
  }

  private func range(_ range: SourceRange) -> YAMLValue {
    ["start": position(range.start), "end": position(range.end)]
  }

  private func position(_ offset: Int) -> YAMLValue {
    let position = source.position(of: offset)
    return ["line": .integer(position.line), "column": .integer(position.column), "byte": .integer(offset)]
  }
}
