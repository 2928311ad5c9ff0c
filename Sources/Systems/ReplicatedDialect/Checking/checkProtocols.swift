internal import Diagnostics
internal import MeshModel

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
