internal import Diagnostics

extension FindingCode {
  static let misplacedGateway = FindingCode(
    328, "misplaced-gateway", .error,
    Explanation(
      meaning: "A cluster that an external control plane serves has settings of a gateway.",
      harm: """
        The mesh's proxies reach the control plane through the gateway of the cluster that hosts it. The other \
        cluster gets none, so what is said of it would have no effect.
        """,
      wrong: """
        controlPlane: {mode: external}
        clusters:
          - {name: host, network: network1, role: external, apiServer: "https://api.one.example.com"}
          - {name: cluster1, network: network2, role: config, apiServer: "https://api.two.example.com", gateway: {address: 192.0.2.1}}
        """,
      right: """
        controlPlane: {mode: external}
        clusters:
          - {name: host, network: network1, role: external, apiServer: "https://api.one.example.com", gateway: {address: 192.0.2.1}}
          - {name: cluster1, network: network2, role: config, apiServer: "https://api.two.example.com"}
        """))
}

extension Finding {
  static func misplacedGateway(_ gateway: Gateway, of cluster: Cluster) -> Finding {
    Finding(
      .misplacedGateway, "\(cluster.inWords) has no gateway: the control plane is reached at that of its host",
      at: gateway.place, help: "move `gateway` to the cluster whose role is `external`")
  }
}
