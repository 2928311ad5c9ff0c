internal import Diagnostics
internal import MeshNames

/// A patch is for a cluster that there is.
func checkPatches(_ topology: Topology, _ log: inout FindingLog) {
  let clusters = topology.clusters.compactMap(\.name)
  for patch in topology.patches {
    guard let cluster = patch.cluster, !clusters.contains(where: { $0.value == cluster.value }) else { continue }
    log.report(
      .unknownCluster(cluster, of: "the `\(patch.kind.value)` that is patched", clusters: clusters))
  }
}
