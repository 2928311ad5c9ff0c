internal import Diagnostics

/// A mesh over several clusters has several; several meshes can be in one.
func checkClusterCount(_ topology: Topology, _ log: inout FindingLog) {
  guard !topology.isFederated, topology.clusters.count == 1, let only = topology.clusters.first else { return }
  log.report(.singleCluster(only))
}
