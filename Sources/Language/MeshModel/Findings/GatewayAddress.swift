internal import Diagnostics
internal import MeshNames

extension FindingCode {
  static let gatewayAddress = FindingCode(
    325, "gateway-address", .error, restsOn: [],
    Explanation(
      meaning: "The address of a gateway is one that means the machine itself, or another gateway's.",
      harm: """
        Other networks reach a cluster at its gateway's address and nowhere else. What is sent to it would reach the \
        sender, or another cluster, whose gateway does not know the service.
        """,
      sources: ["istio/istio#29359", "istio/istio#36275"],
      wrong: """
        clusters:
          - {name: cluster1, network: network1, apiServer: "https://api.one.example.com", gateway: {address: 192.0.2.1}}
          - {name: cluster2, network: network2, apiServer: "https://api.two.example.com", gateway: {address: 192.0.2.1}}
        """,
      right: """
        clusters:
          - {name: cluster1, network: network1, apiServer: "https://api.one.example.com", gateway: {address: 192.0.2.1}}
          - {name: cluster2, network: network2, apiServer: "https://api.two.example.com", gateway: {address: 192.0.2.2}}
        """))
}

extension Finding {
  static func localGatewayAddress(_ address: Located<Host>) -> Finding {
    Finding(
      .gatewayAddress, "no other cluster can reach a gateway at `\(address.value)`", at: address.range,
      help: "name the address that the load balancer has, or will have")
  }

  static func sharedGatewayAddress(_ address: Located<Host>, first: SourceRange) -> Finding {
    Finding(
      .gatewayAddress, "two gateways have the address `\(address.value)`", at: address.range,
      notes: [Annotation(first, "the first of them")], help: "one of the two is another load balancer's")
  }
}
