/// The forms in which findings can be shown.
package enum FindingFormat: String, CaseIterable, Sendable {
  /// The source line with carets, for people at a terminal.
  case snippet
  /// One line a finding, for editors and `grep`.
  case line
  /// One document, for programs.
  case json
}

extension FindingFormat {
  /// All of a run's findings as one text, ready to print; empty where there are none and people read it.
  ///
  /// - Parameters:
  ///   - findings: The findings, in the order in which they are to be shown.
  ///   - source: The text that they are about.
  ///   - colour: Whether the reader is a terminal that shows colours.
  /// - Returns: Whole lines.
  package func render(_ findings: [Finding], of source: SourceText, colour: Bool = false) -> String {
    switch self {
    case .snippet: SnippetRenderer(source: source, colour: colour).render(findings)
    case .line: LineRenderer(source: source).render(findings)
    case .json: JSONRenderer(source: source).render(findings)
    }
  }
}
