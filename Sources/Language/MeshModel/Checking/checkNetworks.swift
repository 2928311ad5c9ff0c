internal import Diagnostics
internal import MeshNames

/// Every network is named once and used, and every cluster is on one of them.
func checkNetworks(_ topology: Topology, _ log: inout FindingLog) {
  forEachRepetition(of: topology.networks) { log.report(.duplicateNetwork($0, first: $1)) }
  let known = Set(topology.networks.map(\.value))
  for cluster in topology.clusters {
    if let network = cluster.network, !known.isEmpty, !known.contains(network.value) {
      log.report(.unknownNetwork(network, of: cluster, in: topology.networks))
    }
    if !cluster.has("network"), known.count > 1 { log.report(.noNetwork(cluster, among: topology.networks)) }
  }
  checkUnusedNetworks(topology, &log)
}

/// Looks for networks without a cluster, unless a cluster's network could not be read or does not exist: then that
/// one may be meant.
private func checkUnusedNetworks(_ topology: Topology, _ log: inout FindingLog) {
  let known = Set(topology.networks.map(\.value))
  let used = Set(topology.clusters.compactMap(\.network).map(\.value))
  guard !topology.clusters.isEmpty, used.isSubset(of: known),
    topology.clusters.allSatisfy({ $0.network != nil || known.count == 1 })
  else { return }
  for network in topology.networks where known.count > 1 && !used.contains(network.value) {
    log.report(.unusedNetwork(network))
  }
}
