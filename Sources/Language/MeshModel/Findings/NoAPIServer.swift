internal import Diagnostics

extension FindingCode {
  static let noAPIServer = FindingCode(
    307, "no-api-server", .error, restsOn: .roles + ["clusters[].apiServer"],
    Explanation(
      meaning: "A cluster has no `apiServer`.",
      harm: """
        Every other cluster's istiod reads this cluster's API server, at the address in the remote secret. Without \
        one, the address of whoever happens to run the command is taken from a kubeconfig, and that is often one \
        that only works on that machine.
        """,
      sources: ["istio/istio#51376", "istio/istio#32102"],
      wrong: """
        clusters:
          - {name: cluster1, network: network1}
          - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
        """,
      right: """
        clusters:
          - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
          - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
        """))
}

extension Finding {
  static func noAPIServer(_ cluster: Cluster) -> Finding {
    Finding(
      .noAPIServer, "\(cluster.inWords) has no `apiServer`", at: cluster.place,
      help: "name the address at which the other clusters reach it: `apiServer: https://api.example.com:6443`",
      mistake: "no API server")
  }
}
