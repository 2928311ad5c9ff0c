internal import Diagnostics
internal import MeshNames

/// One cluster hosts the control plane, one holds the mesh's configuration, and each cluster says which it is.
func checkExternalRoles(_ topology: Topology, _ mode: Located<ControlPlane.Mode>, _ log: inout FindingLog) {
  for cluster in topology.clusters where !cluster.has("role") && !cluster.has("primary") {
    log.report(.noRole(cluster, mode: mode))
  }
  for cluster in topology.clusters where topology.role(of: cluster) == .config {
    if let gateway = cluster.gateway { log.report(.misplacedGateway(gateway, of: cluster)) }
  }
  // A role that is missing or could not be read may be the one that is looked for.
  guard topology.clusters.allSatisfy({ $0.role != nil || $0.has("primary") }) else { return }
  for role in [Cluster.Role.external, .config] {
    let clusters = topology.clusters.filter { $0.role?.value == role }
    if clusters.isEmpty, !topology.clusters.isEmpty { log.report(.noCluster(of: role, mode: mode)) }
    forEachRepetition(of: clusters.compactMap(\.role)) { log.report(.secondCluster(of: $0, first: $1)) }
  }
}
