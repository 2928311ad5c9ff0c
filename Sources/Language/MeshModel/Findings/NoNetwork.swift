internal import Diagnostics
internal import MeshNames

extension FindingCode {
  static let noNetwork = FindingCode(
    317, "no-network", .error, restsOn: ["networks", "clusters[].network"],
    Explanation(
      meaning: "A cluster does not say on which of several networks it is.",
      harm: """
        A proxy without a network is given the pod addresses of all others. With one network it can be derived; with \
        several only you know.
        """,
      sources: ["istio/istio#28381", "istio/istio#35062"],
      wrong: """
        clusters:
          - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
          - {name: cluster2, apiServer: "https://api.two.example.com:6443"}
        """,
      right: """
        clusters:
          - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
          - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
        """))
}

extension Finding {
  static func noNetwork(_ cluster: Cluster, among networks: [Located<NetworkName>]) -> Finding {
    let names = networks.map { "`\($0.value)`" }
    return Finding(
      .noNetwork, "\(cluster.inWords) does not say on which network it is", at: cluster.place,
      notes: networks.first.map { [Annotation($0.range, "the networks begin here")] } ?? [],
      help: "give it a `network`: the topology has \(listed(names))", mistake: "no network",
      obscures: ["clusters[].network"])
  }
}
