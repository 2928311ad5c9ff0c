internal import Diagnostics
internal import MeshNames

extension FindingCode {
  static let unusedNetwork = FindingCode(
    304, "unused-network", .error, restsOn: ["networks", "clusters[].name", "clusters[].network"],
    Explanation(
      meaning: "A network has no cluster.",
      harm: """
        Whether a mesh has one network or several decides whether it gets gateways. A network that is only a name \
        turns a flat mesh into one whose clusters talk through load balancers.
        """,
      wrong: """
        networks: [{name: network1}, {name: network2}]
        clusters:
          - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
          - {name: cluster2, network: network1, apiServer: "https://api.two.example.com:6443"}
        """,
      right: """
        networks: [{name: network1}]
        clusters:
          - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443", pods: [10.10.0.0/16]}
          - {name: cluster2, network: network1, apiServer: "https://api.two.example.com:6443", pods: [10.20.0.0/16]}
        """))
}

extension Finding {
  static func unusedNetwork(_ network: Located<NetworkName>) -> Finding {
    Finding(
      .unusedNetwork, "no cluster is on network `\(network.value)`", at: network.range,
      help: "remove the network, or put a cluster on it")
  }
}
