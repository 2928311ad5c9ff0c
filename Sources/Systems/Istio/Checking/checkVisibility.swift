internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import YAMLReading

/// East-west gateways see what they are to let through: services are exported to their namespace
/// (istio/istio, pilot/pkg/networking/core/gateway.go, builtAutoPassthroughFilterChains).
func checkVisibility(_ topology: Topology, _ log: inout FindingLog) {
  guard topology.networks.count > 1 || !topology.remotes.isEmpty else { return }
  for cluster in topology.clusters {
    for kind in exported {
      guard let value = topology.value("meshConfig.\(kind.key)", for: cluster), let items = value.items, !items.isEmpty
      else { continue }
      let places = items.compactMap(\.text)
      guard !places.contains("*"), !(kind.isOwn && places.contains(".")),
        let blind = topology.gatewayNamespaces(servedBy: cluster).first(where: { !places.contains($0) })
      else { continue }
      log.reportOnce(.hiddenExports(kind.key, kind.what, at: value.range, gateways: blind))
    }
  }
}

extension Topology {
  /// The namespaces of the gateways that a cluster's control plane configures.
  fileprivate func gatewayNamespaces(servedBy cluster: Cluster) -> [String] {
    let system = controlPlane?.namespace?.value.description ?? standardNamespace
    let served = [cluster] + remotes.filter { primary(of: $0) == cluster.name?.value }
    return served.map { $0.gateway?.namespace?.value.description ?? system }
  }
}

/// What gateways need of each kind, and whether what they need is in their own namespace.
private let exported: [(key: String, what: String, isOwn: Bool)] = [
  ("defaultServiceExportTo", "services", false),
  ("defaultVirtualServiceExportTo", "the route to istiod", true),
  ("defaultDestinationRuleExportTo", "subsets of services", false),
]
