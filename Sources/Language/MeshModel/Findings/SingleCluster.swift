internal import Diagnostics

extension FindingCode {
  static let singleCluster = FindingCode(
    313, "single-cluster", .warning, restsOn: .system + ["clusters"],
    Explanation(
      meaning: "The topology has one cluster.",
      harm:
        "Nothing is harmed: it compiles, and a second cluster can join it later. It may be that a list item is missing.",
      wrong: """
        networks: [{name: network1}]
        clusters:
          - {name: cluster1, apiServer: "https://api.one.example.com:6443"}
        """,
      right: """
        networks: [{name: network1}]
        clusters:
          - {name: cluster1, apiServer: "https://api.one.example.com:6443", pods: [10.10.0.0/16]}
          - {name: cluster2, apiServer: "https://api.two.example.com:6443", pods: [10.20.0.0/16]}
        """))
}

extension Finding {
  static func singleCluster(_ cluster: Cluster) -> Finding {
    Finding(
      .singleCluster, "\(cluster.inWords) is the only one of the mesh", at: cluster.place,
      help: "add the others to `clusters`")
  }
}
