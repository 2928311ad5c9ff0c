internal import Diagnostics
internal import MeshModel
internal import MeshNames

extension FindingCode {
  static let gatewayInside = FindingCode(
    638, "gateway-inside", .error,
    Explanation(
      meaning: "The address of a gateway is one that only its own cluster knows.",
      harm: "Other clusters send what is meant for the gateway to whatever has that address there, or nowhere.",
      sources: ["istio/istio#29359", "istio/istio#24352"],
      wrong: .replicated(
        """
        clusters:
          - {name: cluster1, network: network1, gateway: {address: 203.0.113.10}}
          - {name: cluster2, network: network2, services: [10.96.0.0/12], gateway: {address: 10.96.7.20}}
        """),
      right: .replicated(
        """
        clusters:
          - {name: cluster1, network: network1, gateway: {address: 203.0.113.10}}
          - {name: cluster2, network: network2, services: [10.96.0.0/12], gateway: {address: 203.0.113.20}}
        """)))

  static let udpImport = FindingCode(
    639, "udp-import", .error,
    Explanation(
      meaning: "A service with a port for UDP is to have a `.global` name.",
      harm:
        "The gateway finds the service by the name that TLS asks for, and UDP has none; proxies do not take it over.",
      sources: ["istio/istio@1.1.17 pilot/pkg/networking/core/v1alpha3/gateway.go"],
      wrong: .replicated(service(port: "{name: dns, number: 53, protocol: udp}")),
      right: .replicated(service(port: "{name: dns, number: 53, protocol: tcp}"))))

  static let routeWithoutHTTP = FindingCode(
    641, "route-without-http", .error,
    Explanation(
      meaning: "A route looks at requests of a service whose ports do not speak HTTP.",
      harm: "The proxies know connections there and no requests, and the route has no effect.",
      sources: ["https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/"],
      wrong: .replicated(service(port: "{name: tcp, number: 5000, protocol: tcp}") + "\n" + route),
      right: .replicated(service(port: "{name: http, number: 5000, protocol: http}") + "\n" + route)))

  static let unknownNodePort = FindingCode(
    645, "unknown-node-port", .error,
    Explanation(
      meaning: "A gateway is reached at its cluster's nodes, and the topology does not say at which address and port.",
      harm: """
        Other clusters have both in their entries for the services behind it. Kubernetes chooses the port by chance \
        unless it is told, and which nodes are reached from outside only you know.
        """,
      sources: ["https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport"],
      wrong: .replicated(nodePorts("{address: 198.51.100.7, service: {type: NodePort}}")),
      right: .replicated(nodePorts("{address: 198.51.100.7, service: {type: NodePort, nodePorts: {tls: 31443}}}"))))

  private static func nodePorts(_ gateway: String) -> String {
    """
    clusters:
      - {name: cluster1, network: network1, gateway: {address: 203.0.113.10}}
      - {name: cluster2, network: network2, gateway: \(gateway)}
    """
  }

  private static func service(port: String) -> String {
    """
    services:
      - name: resolver
        namespace: names
        clusters: [cluster2]
        ports: [\(port)]
        subsets: [{name: v1, labels: {version: v1}}]
        global: {importedBy: [cluster1]}
    """
  }

  private static let route =
    "routes: [{service: resolver, namespace: names, in: [cluster1], rules: [{to: [{subset: v1}]}]}]"
}

extension Finding {
  static func gatewayInside(_ address: Located<Host>, _ cluster: Cluster) -> Finding {
    Finding(
      .gatewayInside, "`\(address.value)` is known in \(cluster.inWords) alone", at: address.range,
      help: "name the address that the load balancer has outside of the cluster")
  }

  static func udpImport(_ port: Service.Port, _ service: Service) -> Finding {
    Finding(
      .udpImport, "\(service.inWords) is to be imported, and its port `\(port.name.value)` is for UDP",
      at: port.protocol.range, help: "leave the port out of the topology: it is used in its own cluster alone")
  }

  static func unknownNodePort(_ type: Located<GatewayService.ServiceType>, hasPort: Bool) -> Finding {
    Finding(
      .unknownNodePort,
      "other clusters have to know \(hasPort ? "the address" : "the address and the port") of the gateway",
      at: type.range, help: "give `address`, and `nodePorts: {tls: 31443}`, say")
  }

  static func routeWithoutHTTP(_ route: Route, _ service: Service) -> Finding {
    Finding(
      .routeWithoutHTTP, "none of the ports of \(service.inWords) speaks HTTP", at: route.service.range,
      notes: service.ports.first.map { [Annotation($0.protocol.range, "what it speaks")] } ?? [],
      help: "name the protocol, or remove the route")
  }
}
