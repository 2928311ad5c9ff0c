internal import Diagnostics

extension FindingCode {
  static let alias = FindingCode(
    106, "alias", .error, restsOn: [],
    Explanation(
      meaning: "A value is given by a YAML alias (`*name`).",
      harm: """
        What a cluster is would stand somewhere else than at the cluster, reviewers would have to follow it, and a \
        few aliases of aliases can unfold to gigabytes.
        """,
      wrong: """
        networks: [{name: &first network1}, {name: network2}]
        clusters:
          - {name: cluster1, network: *first, apiServer: "https://api.one.example.com:6443"}
          - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
        """,
      right: """
        networks: [{name: network1}, {name: network2}]
        clusters:
          - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
          - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
        """))
}

extension Finding {
  static func alias(at range: SourceRange) -> Finding {
    Finding(
      .alias, "a topology has no aliases", at: range,
      help: "write the value out; what clusters share can stand in `defaults`")
  }
}
