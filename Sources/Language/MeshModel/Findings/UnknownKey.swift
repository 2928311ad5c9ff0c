internal import Diagnostics

extension FindingCode {
  static let unknownKey = FindingCode(
    201, "unknown-key", .error,
    Explanation(
      meaning: "A mapping has a key that the language does not have at this place.",
      harm: "A key that is only nearly right would be ignored, and the mesh would come up as if it were not there.",
      wrong: """
        clusters:
          - {name: cluster1, netwrok: network1, apiServer: "https://api.one.example.com:6443"}
          - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
        """,
      right: """
        clusters:
          - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
          - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
        """))
}

extension Finding {
  static func unknownKey(
    _ key: String, in path: String, at range: SourceRange, known: [String], meant: String?
  ) -> Finding {
    Finding(
      .unknownKey, "`\(key)` is no key of \(path.isEmpty ? "a topology" : "`\(path)`")", at: range,
      help: meant.map { "did you mean `\($0)`?" } ?? "the keys here are \(listed(known.sorted(), most: 24))",
      fix: meant.map { Fix(range, $0) })
  }
}
