internal import Diagnostics
internal import MeshNames

/// Every cluster has a role that the mode has, and every remote a primary.
func checkRoles(_ topology: Topology, _ log: inout FindingLog) {
  guard let mode = topology.controlPlane?.mode, let allowed = roles(of: mode.value) else { return }
  let hasRemotesOfPrimaries = [.primaryRemote, .shared].contains(mode.value)
  for cluster in topology.clusters {
    if let role = cluster.role, !allowed.contains(role.value) {
      log.report(.roleNotOfMode(role, of: cluster, mode: mode))
    }
    if let primary = cluster.primary, topology.role(of: cluster) != .remote || !hasRemotesOfPrimaries {
      log.report(.misplacedPrimary(primary, of: cluster))
    }
  }
  if mode.value == .external { checkExternalRoles(topology, mode, &log) }
  guard hasRemotesOfPrimaries else { return }
  // One cluster of several that share a control plane has it; which of two is meant nobody can tell.
  if mode.value == .shared, topology.primaries.count > 1 { return }
  // A role that could not be read may be that of a remote.
  let areRolesKnown = topology.clusters.allSatisfy { $0.role != nil || !$0.has("role") }
  if topology.remotes.isEmpty, !topology.clusters.isEmpty, areRolesKnown { log.report(.noRemotes(mode)) }
  for remote in topology.remotes { checkPrimary(of: remote, topology, &log) }
}

/// The roles that clusters can have in a mode; `nil` where it is the dialect that knows.
private func roles(of mode: ControlPlane.Mode) -> Set<Cluster.Role>? {
  switch mode {
  case .multiPrimary, .replicated: [.primary]
  case .primaryRemote, .shared: [.primary, .remote]
  case .external: [.external, .config, .remote]
  case .federated: nil
  }
}

private func checkPrimary(of remote: Cluster, _ topology: Topology, _ log: inout FindingLog) {
  let primaries = topology.primaries.compactMap(\.name)
  if let named = remote.primary {
    if !primaries.contains(where: { $0.value == named.value }) {
      log.report(.unknownPrimary(named, of: remote, primaries: primaries))
    }
  } else if !remote.has("primary"), primaries.count != 1 {
    log.report(.noPrimary(remote, primaries: primaries))
  }
}
