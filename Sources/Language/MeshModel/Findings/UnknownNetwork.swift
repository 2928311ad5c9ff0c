internal import Diagnostics
internal import MeshNames

extension FindingCode {
  static let unknownNetwork = FindingCode(
    303, "unknown-network", .error, restsOn: ["networks"],
    Explanation(
      meaning: "A cluster is on a network that the topology does not have.",
      harm: """
        The name is written into six places of every cluster. A network that exists in one cluster's settings alone \
        has no gateway, and proxies are sent raw pod addresses that lead nowhere.
        """,
      sources: ["istio/istio#28381", "istio/istio#29359", "istio/istio#49412"],
      wrong: """
        networks: [{name: network1}, {name: network2}]
        clusters:
          - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
          - {name: cluster2, network: netwrok2, apiServer: "https://api.two.example.com:6443"}
        """,
      right: """
        networks: [{name: network1}, {name: network2}]
        clusters:
          - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
          - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
        """))
}

extension Finding {
  static func unknownNetwork(
    _ network: Located<NetworkName>, of cluster: Cluster, in networks: [Located<NetworkName>]
  ) -> Finding {
    let names = networks.map(\.value.description)
    return Finding(
      .unknownNetwork, "\(cluster.inWords) is on network `\(network.value)`, which the topology does not have",
      misspelt: network.value.description, at: network.range, among: names, naming: "networks[].name",
      notes: networks.first.map { [Annotation($0.range, "the networks begin here")] } ?? [],
      otherwise: "the topology has \(listed(names))")
  }
}
