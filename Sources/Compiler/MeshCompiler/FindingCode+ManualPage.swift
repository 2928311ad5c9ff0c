package import Diagnostics

extension FindingCode {
  /// The manual page of the code, as a terminal of 80 columns or more shows it.
  package var manualPage: String {
    let sources =
      explanation.sources.isEmpty ? "" : "Read more\n\(indented(explanation.sources.joined(separator: "\n")))\n\n"
    return """
      \(name) (\(slug)), \(severity.rawValue)

      \(wrapped(explanation.meaning, to: 80))

      Why it hurts
      \(indented(wrapped(explanation.harm, to: 78)))

      Wrong
      \(indented(explanation.wrong.text))

      Right
      \(indented(explanation.right.text))

      \(sources)
      """
  }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }.joined(separator: "\n")
  }
}
