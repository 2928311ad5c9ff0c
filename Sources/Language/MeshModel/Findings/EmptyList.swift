internal import Diagnostics

extension FindingCode {
  static let emptyList = FindingCode(
    208, "empty-list", .error, restsOn: [],
    Explanation(
      meaning: "A list has no items.",
      harm: "A mesh without clusters, or a range of nothing, is a file that is not finished.",
      wrong: "clusters: []",
      right: """
        clusters:
          - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
          - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
        """))
}

extension Finding {
  static func emptyList(_ path: String, at range: SourceRange) -> Finding {
    Finding(
      .emptyList, "`\(path)` is an empty list", at: range, help: "give it an item, or remove the key",
      obscures: [Vocabulary.pattern(path)])
  }
}
