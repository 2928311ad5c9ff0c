internal import Diagnostics
internal import MeshNames

/// Every cluster is reached by a context of its own, whether it names one or is called as its cluster is.
func checkContexts(_ topology: Topology, _ log: inout FindingLog) {
  let contexts = topology.clusters.compactMap { cluster in
    cluster.context ?? cluster.name?.map { ContextName(of: $0) }
  }
  let names = Set(topology.clusters.compactMap(\.name).map(\.range))
  forEachRepetition(of: contexts) { context, first in
    // Two clusters of one name have a finding of their own.
    guard !(names.contains(context.range) && names.contains(first)) else { return }
    log.report(.sharedContext(context, first: first))
  }
}
