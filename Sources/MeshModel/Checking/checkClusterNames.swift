internal import Diagnostics

/// Every cluster has a name of its own.
func checkClusterNames(_ topology: Topology, _ log: inout FindingLog) {
  forEachRepetition(of: topology.clusters.compactMap(\.name)) { name, first in
    log.report(.duplicateCluster(name, first: first))
  }
}

/// A mesh over several clusters has several.
func checkClusterCount(_ topology: Topology, _ log: inout FindingLog) {
  guard topology.clusters.count == 1, let only = topology.clusters.first else { return }
  log.report(.singleCluster(only))
}
