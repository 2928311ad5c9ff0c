internal import Diagnostics
internal import LegacyIstio
internal import MeshModel
internal import MeshNames

/// Other clusters reach the gateway.
func checkGateways(_ topology: Topology, _ log: inout FindingLog) {
  for cluster in topology.clusters {
    guard let gateway = cluster.gateway else { continue }
    if let address = gateway.address, isInside(address.value, cluster) { log.report(.gatewayInside(address, cluster)) }
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

/// Which ports the gateway of these releases has besides, only their profiles know.
func checkNodePorts(_ topology: Topology, _ version: Version, _ log: inout FindingLog) {
  guard !version.isInstalledByHelm, version < LegacyRelease.today else { return }
  for type in topology.clusters.compactMap({ $0.gateway?.service.type }) where type.value == .nodePort {
    log.report(.notSupportedYet("`type: NodePort` with Istio \(version)", at: type.range))
  }
}
