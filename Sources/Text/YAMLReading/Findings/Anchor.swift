internal import Diagnostics

extension FindingCode {
  static let anchor = FindingCode(
    107, "anchor", .error, restsOn: [],
    Explanation(
      meaning: "A value carries a YAML anchor (`&name`).",
      harm: "An anchor is there for aliases, and a topology has none.",
      wrong: "metadata: {name: &mesh example}",
      right: "metadata: {name: example}"))
}

extension Finding {
  static func anchor(at range: SourceRange) -> Finding {
    Finding(
      .anchor, "a topology has no anchors", at: range, help: "remove it; what clusters share can stand in `defaults`")
  }
}
