internal import Diagnostics

extension FindingCode {
  static let unstatedNodeAddress = FindingCode(
    337, "unstated-node-address", .warning,
    Explanation(
      meaning: "A gateway is reached at its nodes' ports, and nothing says at which address.",
      harm: """
        istiod gives other networks the external addresses that nodes have (`ExternalIP` in their status), and many \
        nodes have none: then the network has no gateway, and requests go to pods' own addresses. Give one node's \
        external address, where the verification asks for the gateway; with a `port` beside it, control planes are told \
        both, whatever the nodes' status says. Or use a load balancer.
        """,
      sources: ["istio/istio#29359", "istio/istio#36275"],
      wrong: """
        clusters:
          - name: cluster1
            network: network1
            apiServer: https://api.one.example.com:6443
            gateway: {service: {type: NodePort}}
          - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
        """,
      right: """
        clusters:
          - name: cluster1
            network: network1
            apiServer: https://api.one.example.com:6443
            gateway: {address: 192.0.2.30, port: 30443, service: {type: NodePort, nodePorts: {tls: 30443}}}
          - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
        """))
}

extension Finding {
  static func unstatedNodeAddress(_ type: Located<GatewayService.ServiceType>, of cluster: Cluster) -> Finding {
    Finding(
      .unstatedNodeAddress, "nothing says at which address other networks reach the nodes of \(cluster.inWords)",
      at: type.range, help: "give an external address of a node as `gateway.address`")
  }
}
