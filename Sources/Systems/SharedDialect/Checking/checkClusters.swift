internal import Diagnostics
internal import MeshModel
internal import MeshNames

/// There is one control plane and one network, and only the cluster with the control plane has addresses of its components.
func checkClusters(_ topology: Topology, _ log: inout FindingLog) {
  if topology.networks.count > 1, let second = topology.networks.dropFirst().first {
    log.report(.severalNetworks(second, first: topology.networks[0].range))
  }
  let primaries = topology.primaries
  if let first = primaries.first, primaries.count > 1 {
    for primary in primaries.dropFirst() { log.report(.secondPrimary(primary, first: first)) }
  }
  for cluster in topology.clusters {
    if let automatic = cluster.injection?.automatic, !automatic.value,
      let namespace = cluster.injection?.namespaces.first
    {
      log.report(.namespacesByHand(namespace, automatic: automatic.range))
    }
  }
  for remote in topology.remotes {
    if let endpoints = remote.endpoints { log.report(.misplacedEndpoints(endpoints, of: remote)) }
  }
  for cluster in topology.clusters {
    if let locality = cluster.locality {
      log.report(.notSupportedYet("`locality` in this mode", at: locality.region.range))
    }
    if let type = cluster.gateway?.service.type, type.value == .nodePort {
      log.report(.notSupportedYet("a control plane behind the ports of nodes", at: type.range))
    }
    guard let gateway = cluster.gateway else { continue }
    if topology.role(of: cluster) == .remote || cluster.endpoints?.exposure?.value != .gateway {
      log.report(.unusedGateway(gateway, of: cluster))
    }
  }
}
