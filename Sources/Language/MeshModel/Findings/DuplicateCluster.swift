internal import Diagnostics
internal import MeshNames

extension FindingCode {
  static let duplicateCluster = FindingCode(
    301, "duplicate-cluster", .error, restsOn: [],
    Explanation(
      meaning: "Two clusters have the same name.",
      harm: """
        The name is istiod's cluster ID and the key of the cluster's remote secret. istiod takes the first secret and \
        ignores the second ("cluster has already been registered"): one cluster's endpoints never appear.
        """,
      sources: ["istio/istio#30869", "istio/istio, pkg/kube/multicluster/secretcontroller.go"],
      wrong: """
        clusters:
          - {name: east, network: network1, apiServer: "https://api.one.example.com:6443"}
          - {name: east, network: network2, apiServer: "https://api.two.example.com:6443"}
        """,
      right: """
        clusters:
          - {name: east, network: network1, apiServer: "https://api.one.example.com:6443"}
          - {name: west, network: network2, apiServer: "https://api.two.example.com:6443"}
        """))
}

extension Finding {
  static func duplicateCluster(_ name: Located<ClusterName>, first: SourceRange) -> Finding {
    Finding(
      .duplicateCluster, "a second cluster is named `\(name.value)`", at: name.range,
      notes: [Annotation(first, "first used here")], help: "give each cluster a name of its own")
  }
}
