internal import Diagnostics
internal import MeshModel
internal import MeshNames

/// Other clusters reach the gateway, and nothing before it ends the TLS that it passes on.
func checkGateways(_ topology: Topology, _ log: inout FindingLog) {
  for cluster in topology.clusters {
    guard let gateway = cluster.gateway else { continue }
    if let address = gateway.address, isInside(address.value, cluster) { log.report(.gatewayInside(address, cluster)) }
    for annotation in gateway.service.annotations
    where endsTLS(annotation.key.value.description, annotation.value.value.description) {
      log.report(.terminatingLoadBalancer(annotation.key))
    }
    checkNodePort(gateway, topology, &log)
  }
}

/// Other clusters' entries have the node's port and address in them, which Kubernetes would choose by chance.
private func checkNodePort(_ gateway: Gateway, _ topology: Topology, _ log: inout FindingLog) {
  guard let type = gateway.service.type, type.value == .nodePort else { return }
  let hasPort = gateway.service.nodePorts.contains { $0.key.value == .tls }
  if gateway.address == nil || !hasPort { log.report(.unknownNodePort(type, hasPort: hasPort)) }
}

private func isInside(_ host: Host, _ cluster: Cluster) -> Bool {
  switch host {
  case .name(let name): [".svc", ".cluster.local", ".global"].contains { name.hasSuffix($0) }
  case .address(let address): (cluster.pods + cluster.services).contains { $0.value.contains(address) }
  }
}

/// What makes the load balancers of AWS end TLS, or look into HTTP (kubernetes.io, "Service", "TLS support on AWS").
private func endsTLS(_ key: String, _ value: String) -> Bool {
  switch key {
  case "service.beta.kubernetes.io/aws-load-balancer-ssl-cert": true
  case "service.beta.kubernetes.io/aws-load-balancer-backend-protocol": value.lowercased() != "tcp"
  default: false
  }
}

/// What is imported can pass a gateway, and what is routed can be looked into.
func checkProtocols(_ topology: Topology, _ log: inout FindingLog) {
  for service in topology.services where service.global != nil {
    for port in service.ports where port.protocol.value == .udp { log.report(.udpImport(port, service)) }
  }
  for route in topology.routes {
    let service = topology.services.first {
      $0.name.value == route.service.value && $0.namespace.value == route.namespace.value
    }
    if let service, !service.ports.contains(where: { [.http, .http2, .grpc].contains($0.protocol.value) }) {
      log.report(.routeWithoutHTTP(route, service))
    }
  }
}
