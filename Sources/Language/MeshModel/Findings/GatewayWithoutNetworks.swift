internal import Diagnostics
internal import MeshNames

extension FindingCode {
  static let gatewayWithoutNetworks = FindingCode(
    316, "gateway-without-networks", .error,
    Explanation(
      meaning: "A cluster has an east-west gateway, and all clusters are on one network.",
      harm: """
        On one network pods reach each other directly, so there is no gateway that the settings could be for. If the \
        pods do not reach each other, the clusters are on two networks, and calling them one breaks the mesh.
        """,
      wrong: """
        networks: [{name: network1}]
        clusters:
          - {name: cluster1, apiServer: "https://10.0.0.1:6443", gateway: {address: 192.0.2.10}, pods: [10.10.0.0/16]}
          - {name: cluster2, apiServer: "https://10.0.0.2:6443", pods: [10.20.0.0/16]}
        """,
      right: """
        networks: [{name: network1}, {name: network2}]
        clusters:
          - {name: cluster1, network: network1, apiServer: "https://10.0.0.1:6443", gateway: {address: 192.0.2.10}}
          - {name: cluster2, network: network2, apiServer: "https://10.0.0.2:6443"}
        """))
}

extension Finding {
  static func gatewayWithoutNetworks(_ gateway: Gateway, networks: [Located<NetworkName>]) -> Finding {
    Finding(
      .gatewayWithoutNetworks, "a mesh on one network has no east-west gateways", at: gateway.place,
      notes: networks.first.map { [Annotation($0.range, "the only network")] } ?? [],
      help: "remove `gateway`, or give the clusters networks of their own")
  }
}
