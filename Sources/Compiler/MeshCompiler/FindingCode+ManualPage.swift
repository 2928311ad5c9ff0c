package import Diagnostics

extension FindingCode {
  /// The manual page of the code, as a terminal of 80 columns or more shows it.
  package var manualPage: String {
    let sources =
      explanation.sources.isEmpty ? "" : "Read more\n\(indented(explanation.sources.joined(separator: "\n")))\n\n"
    return """
      \(name) (\(slug)), \(severity.rawValue)

      \(wrapped(explanation.meaning, to: 80))

      \(explanation.subject == .change ? "What it does" : "Why it hurts")
      \(indented(wrapped(explanation.harm, to: 78)))

      \(examples)

      \(sources)
      """
  }

  /// Both examples: a change is read from what was to what is.
  private var examples: String {
    let (wrong, right) = (indented(explanation.wrong.text), indented(explanation.right.text))
    return explanation.subject == .change ? "Before\n\(right)\n\nAfter\n\(wrong)" : "Wrong\n\(wrong)\n\nRight\n\(right)"
  }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }.joined(separator: "\n")
  }
}
