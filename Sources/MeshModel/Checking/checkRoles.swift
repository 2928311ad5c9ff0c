internal import Diagnostics

/// In a multi-primary mesh every cluster is a primary.
func checkRoles(_ topology: Topology, _ log: inout FindingLog) {
  guard let mode = topology.controlPlane?.mode, mode.value == .multiPrimary else { return }
  for cluster in topology.clusters {
    if let role = cluster.role, role.value != .primary { log.report(.roleNotOfMode(role, of: cluster, mode: mode)) }
  }
}

/// A gateway between networks needs a second network.
func checkGateways(_ topology: Topology, _ log: inout FindingLog) {
  guard topology.controlPlane?.mode?.value == .multiPrimary, topology.networks.count == 1 else { return }
  for cluster in topology.clusters {
    if let gateway = cluster.gateway { log.report(.gatewayWithoutNetworks(gateway, networks: topology.networks)) }
  }
}
