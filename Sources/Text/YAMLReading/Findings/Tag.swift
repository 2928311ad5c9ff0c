internal import Diagnostics

extension FindingCode {
  static let tag = FindingCode(
    108, "tag", .error, restsOn: [],
    Explanation(
      meaning: "A value carries a YAML tag (`!!str`, `!reference`).",
      harm: "The field decides of which type a value is; a tag that says otherwise would be ignored.",
      wrong: "distribution: {name: sail, version: !!str 1.30.3}",
      right: "distribution: {name: sail, version: 1.30.3}"))
}

extension Finding {
  static func tag(at range: SourceRange) -> Finding {
    Finding(.tag, "a topology has no tags", at: range, help: "remove the tag; the field decides the type")
  }
}
