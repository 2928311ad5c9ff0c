internal import Diagnostics

extension FindingCode {
  static let noDocument = FindingCode(
    111, "no-document", .error, restsOn: [],
    Explanation(
      meaning: "The text is empty, or holds nothing but comments.",
      harm: "There is nothing to compile.",
      wrong: Explanation.Example(shown: "# nothing yet", bytes: []),
      right: "metadata: {name: example}"))
}

extension Finding {
  static func noDocument(at range: SourceRange) -> Finding {
    Finding(.noDocument, "there is nothing in this text", at: range, help: "a topology begins `apiVersion: meshgen/v1`")
  }
}
