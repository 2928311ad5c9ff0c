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

extension FindingCode {
  static let foreignBalancer = FindingCode(
    362, "foreign-balancer", .warning, restsOn: .system + ["clusters[].gateway", "clusters[].role"],
    Explanation(
      meaning: "Somebody else's load balancer stands before the gateway of a primary, and has more ports to lead on.",
      harm: """
        Remote clusters call the same address for their configuration (15012) and for the injection of sidecars (15017). \
        Where the balancer does not lead these on, no pod with a sidecar starts there; and where their node ports are left \
        to the cluster, nobody can set the balancer up beforehand.
        """,
      sources: ["https://istio.io/latest/docs/setup/install/multicluster/primary-remote_multi-network/"],
      wrong: example("{tls: 31443}"), right: example("{tls: 31443, tls-istiod: 31012, tls-webhook: 31017}")))

  private static func example(_ ports: String) -> Explanation.Example {
    let text = """
      controlPlane: {mode: primary-remote}
      clusters:
        - name: cluster1
          network: network1
          apiServer: https://api.one.example.com:6443
          gateway:
            address: 192.0.2.1
            port: 8443
            service: {type: NodePort, nodePorts: \(ports)}
        - {name: cluster2, network: network2, primary: cluster1, apiServer: "https://api.two.example.com:6443"}
      """
    return .init(shown: text, bytes: Array(text.utf8))
  }
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

  static func otherAddress(_ wanted: String, at range: SourceRange, than address: Located<Host>) -> Finding {
    Finding(
      .gatewayService, "the Service is to have \(wanted), and the gateway's address is another", at: range,
      notes: [Annotation(address.range, "the address that others are given")],
      help: "leave `address` out: it is the Service's")
  }

  static func foreignBalancer(at address: Located<Host>, open: [GatewayPortName]) -> Finding {
    let ports = [GatewayPortName.istiod: "15012", .webhook: "15017"]
    let numbers = listed(open.compactMap { ports[$0] })
    return Finding(
      .foreignBalancer, "remote clusters call `\(address.value)` at \(numbers), too, and no node port is said for that",
      at: address.range,
      help: "lead them to the gateway, and say where: `nodePorts: {\(open.map { "\($0): …" }.joined(separator: ", "))}`"
    )
  }
}
