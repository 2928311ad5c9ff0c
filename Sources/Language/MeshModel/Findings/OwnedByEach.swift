internal import Diagnostics

extension FindingCode {
  static let ownedByEach = FindingCode(
    210, "owned-by-each", .error, restsOn: [],
    Explanation(
      meaning: "The defaults have a key that says what no two clusters have in common.",
      harm: """
        A name, an API server, a context or the address of a gateway leads to one cluster. Two that share it are one \
        cluster twice, and a step that is meant for one is carried out in another.
        """,
      wrong: """
        defaults: {platform: gdc-vmware, apiServer: "https://api.example.com:6443"}
        clusters:
          - {name: cluster1, network: network1}
          - {name: cluster2, network: network2}
        """,
      right: """
        defaults: {platform: gdc-vmware}
        clusters:
          - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
          - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
        """))
}

extension Finding {
  static func ownedByEach(_ path: String, at range: SourceRange) -> Finding {
    Finding(
      .ownedByEach, "each cluster has `\(path)` of its own, so `defaults` cannot have it", at: range,
      help: "write it in each of `clusters`")
  }
}
