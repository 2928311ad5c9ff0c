internal import Diagnostics

/// Every application namespace is named once, and is in clusters that there are.
func checkNamespaces(_ topology: Topology, _ log: inout FindingLog) {
  forEachRepetition(of: topology.namespaces.map(\.name)) { log.report(.duplicateNamespace($0, first: $1)) }
  let known = Set(topology.clusters.compactMap(\.name).map(\.value))
  for namespace in topology.namespaces {
    for cluster in namespace.clusters where !known.contains(cluster.value) {
      let clusters = topology.clusters.compactMap(\.name)
      log.report(.unknownCluster(cluster, of: "the namespace `\(namespace.name.value)`", clusters: clusters))
    }
  }
}
