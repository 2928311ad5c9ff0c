internal import Diagnostics

extension FindingCode {
  static let keyIsNoText = FindingCode(
    112, "key-is-no-text", .error, restsOn: [],
    Explanation(
      meaning: "A list or a mapping stands where a key should be.",
      harm: "Every key of a topology is a word. Two braces from a template that was not filled in look like this.",
      wrong: "metadata: {name: {{mesh}}}",
      right: "metadata: {name: example}"))
}

extension Finding {
  static func keyIsNoText(at range: SourceRange) -> Finding {
    Finding(.keyIsNoText, "a key must be a word", at: range, help: "quote it if it comes from a template")
  }
}
