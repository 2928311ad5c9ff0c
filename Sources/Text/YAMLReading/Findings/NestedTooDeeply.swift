internal import Diagnostics

extension FindingCode {
  static let nestedTooDeeply = FindingCode(
    105, "nested-too-deeply", .error, restsOn: [],
    Explanation(
      meaning: "Lists and mappings stand inside each other more than 64 levels deep.",
      harm: "No field of a topology is that deep; programs that read such files can be brought down by them.",
      wrong: Explanation.Example(
        shown: "networks: [[[[[[[[ … 64 times",
        bytes: Array(("networks: " + String(repeating: "[", count: 70) + String(repeating: "]", count: 70)).utf8)),
      right: "networks: [{name: network1}, {name: network2}]"))
}

extension Finding {
  static func nestedTooDeeply(at range: SourceRange, limit: Int) -> Finding {
    Finding(.nestedTooDeeply, "this is nested more than \(limit) levels deep", at: range)
  }
}
