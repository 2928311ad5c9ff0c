internal import Diagnostics
internal import MeshNames

extension FindingCode {
  static let gatewayService = FindingCode(
    330, "gateway-service", .error, restsOn: .system + ["clusters[].gateway", "clusters[].role"],
    Explanation(
      meaning:
        "The Service of a gateway gives it no address that other networks can use, or has settings of another type.",
      harm: """
        Other clusters learn a gateway's address from its Service: from the load balancer's status, from \
        `externalIPs`, or from the nodes and their ports. Where there is none, their proxies send requests to pods' \
        own addresses, which lead nowhere. Remote clusters reach their control plane at ports 15012 and 15017, which \
        no node port can have.
        """,
      sources: ["istio/istio#29359", "istio/istio#36275", "istio/istio#45516"],
      wrong: """
        clusters:
          - name: cluster1
            network: network1
            apiServer: https://api.one.example.com:6443
            gateway: {service: {type: ClusterIP}}
          - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
        """,
      right: """
        clusters:
          - name: cluster1
            network: network1
            apiServer: https://api.one.example.com:6443
            gateway: {service: {type: ClusterIP, externalIPs: [192.0.2.10]}}
          - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
        """))
}

extension Finding {
  static func unreachable(_ type: Located<GatewayService.ServiceType>) -> Finding {
    Finding(
      .gatewayService, "a Service of type `\(type.value.rawValue)` has no address that other networks can use",
      at: type.range,
      help: "add `externalIPs`, or the `address` and the `port` of a balancer before it, or use `LoadBalancer`")
  }

  static func nodePortsServeNoRemotes(_ type: Located<GatewayService.ServiceType>) -> Finding {
    Finding(
      .gatewayService, "remote clusters cannot reach their control plane at node ports", at: type.range,
      help:
        "they call ports 15012 and 15017: use `LoadBalancer`, or `ClusterIP` with `externalIPs`, or give `address` and the `port` of a balancer that has them"
    )
  }

  static func notOfLoadBalancers(at range: SourceRange) -> Finding {
    Finding(
      .gatewayService, "this is a setting of node ports, and the gateway has a load balancer", at: range,
      help: "remove it, or add `type: NodePort`")
  }

  static func notOfType(_ type: Located<GatewayService.ServiceType>?, at range: SourceRange) -> Finding {
    Finding(
      .gatewayService, "a Service of this type has no such setting", at: range,
      notes: type.map { [Annotation($0.range, "the type")] } ?? [])
  }

  static func sharedNodePort(_ port: Located<NodePort>, first: SourceRange) -> Finding {
    Finding(
      .gatewayService, "two ports have the node port \(port.value)", at: port.range,
      notes: [Annotation(first, "the first of them")])
  }

  static func otherAddress(_ wanted: Located<IPAddress>, than address: Located<Host>) -> Finding {
    Finding(
      .gatewayService, "the load balancer is to have \(wanted.value), and the gateway's address is another",
      at: wanted.range, notes: [Annotation(address.range, "the address that others are given")],
      help: "leave `address` out: it is that of the load balancer")
  }
}
