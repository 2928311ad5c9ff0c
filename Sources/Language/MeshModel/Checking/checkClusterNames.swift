internal import Diagnostics

/// Every cluster has a name of its own.
func checkClusterNames(_ topology: Topology, _ log: inout FindingLog) {
  forEachRepetition(of: topology.clusters.compactMap(\.name)) { name, first in
    log.report(.duplicateCluster(name, first: first))
  }
}
