internal import Diagnostics
internal import MeshNames
internal import YAMLReading

/// Load balancers pass the connections of a gateway on as they are, in every mode.
func checkLoadBalancers(_ topology: Topology, _ log: inout FindingLog) {
  for cluster in topology.clusters {
    let service = cluster.gateway?.service
    guard (service?.type?.value ?? .loadBalancer) == .loadBalancer else { continue }
    let said = (service?.annotations ?? []).map {
      (key: $0.key.value.description, value: $0.value.value.description, place: $0.key.range)
    }
    let all = said + topology.patchedAnnotations(in: cluster)
    guard !all.isEmpty else { continue }
    let settings = LoadBalancerSettings(all, ports: topology.gatewayPorts(of: cluster))
    if let place = settings.endsTLS { log.reportOnce(.terminatingLoadBalancer(at: place)) }
    if let place = settings.asksForHTTP { log.reportOnce(.failingHealthCheck(at: place)) }
    checkProxyProtocol(settings, of: cluster, in: topology, &log)
  }
  for ingress in topology.meshes.compactMap(\.ingress) {
    checkProxyProtocol(ingress.loadBalancerSettings, of: nil, in: topology, &log)
  }
}

private func checkProxyProtocol(
  _ settings: LoadBalancerSettings, of cluster: Cluster?, in topology: Topology, _ log: inout FindingLog
) {
  guard let place = settings.sendsProxyProtocol else { return }
  let owner = cluster.flatMap { cluster in
    topology.primary(of: cluster).flatMap { name in topology.clusters.first { $0.name?.value == name } } ?? cluster
  }
  // The gateways of such a mesh wait for the line (istio/istio, pilot/pkg/networking/core/gateway.go).
  let isExpected = owner.flatMap { topology.value("meshConfig.defaultConfig.gatewayTopology.proxyProtocol", for: $0) }
  if isExpected == nil { log.reportOnce(.proxyProtocol(at: place)) }
}

extension PeerIngress {
  /// What its annotations tell the load balancers.
  package var loadBalancerSettings: LoadBalancerSettings {
    LoadBalancerSettings(
      annotations.map { (key: $0.key.value.description, value: $0.value.value.description, place: $0.key.range) },
      ports: ["15443", "8188", "tls", "https-discovery"])
  }
}

extension Topology {
  /// The numbers and names of a gateway's ports that must see TLS as it was sent.
  fileprivate func gatewayPorts(of cluster: Cluster) -> Set<String> {
    let own = cluster.gateway?.port.map { "\($0.value)" } ?? "\(CheckedGateway.standardPort)"
    let requests: Set = [own, "15008", "tls", "cross-network", "mesh"]
    guard serves(cluster) else { return requests }
    let isAddress = if case .address = cluster.gateway?.address?.value { true } else { false }
    return requests.union(["15012", "15017", "tls-istiod", "tls-xds", "tls-webhook", "https-webhook"])
      .union(isAddress ? [] : ["443"])
  }

  /// The annotations that patches add to a gateway's Service, or to what Istio makes one from.
  fileprivate func patchedAnnotations(in cluster: Cluster) -> [(key: String, value: String, place: SourceRange)] {
    patches.filter { $0.cluster.map { $0.value == cluster.name?.value } ?? true }.flatMap { patch in
      let paths: [[String]] =
        switch patch.kind.value.description {
        case "Service": [["metadata", "annotations"]]
        case "Gateway": [["metadata", "annotations"], ["spec", "infrastructure", "annotations"]]
        default: []
        }
      return paths.flatMap { path -> [(key: String, value: String, place: SourceRange)] in
        guard case .mapping(let pairs) = patch.merge.node(at: path) else { return [] }
        return pairs.entries.compactMap { entry in
          entry.value.text.map { (key: entry.key.text, value: $0, place: entry.key.range) }
        }
      }
    }
  }
}
