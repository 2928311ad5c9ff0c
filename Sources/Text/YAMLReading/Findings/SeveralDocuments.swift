internal import Diagnostics

extension FindingCode {
  static let severalDocuments = FindingCode(
    109, "several-documents", .error, restsOn: [],
    Explanation(
      meaning: "The text holds more than one YAML document.",
      harm: "One topology is one document; the others would be ignored.",
      wrong: """
        verification: {namespace: sample}
        ---
        verification: {namespace: other}
        """,
      right: "verification: {namespace: sample}"))
}

extension Finding {
  static func severalDocuments(at range: SourceRange) -> Finding {
    Finding(.severalDocuments, "a second document begins here", at: range, help: "one topology is one document")
  }
}
