internal import Diagnostics
internal import MeshModel
internal import MeshNames

/// Clusters on one network reach each other's pods.
///
/// Nobody can see that in a topology, but two things speak against it: clusters at different sites, and the name that
/// asmcli gives to any network. Where all of them say which addresses their pods have, the network was thought of.
func checkReach(_ topology: Topology, _ log: inout FindingLog) {
  let clusters = Dictionary(grouping: topology.clusters) { topology.network(of: $0) }
  for network in topology.networks {
    guard let members = clusters[network.value], let first = members.first, members.count > 1,
      members.contains(where: \.pods.isEmpty)
    else { continue }
    if let stranger = members.first(where: { $0.site != first.site }) {
      log.report(.unreachedPods(of: stranger, from: first, on: network))
    } else if network.value.description == "default" {
      log.report(.unreachedPods(of: members[1], from: first, on: network))
    }
  }
}

/// The other clusters' control planes reach each API server.
func checkAPIServers(_ topology: Topology, _ log: inout FindingLog) {
  let silent = topology.clusters.filter { !$0.has("apiServer") }
  if topology.clusters.count > 1, let first = silent.first { log.report(.addressOfKubeconfig(silent, first: first)) }
  for cluster in topology.clusters {
    guard let server = cluster.apiServer, case .address(let address) = server.value.host, !server.value.host.isLocal,
      !address.isGlobal, let other = topology.clusters.first(where: { $0.site != cluster.site })
    else { continue }
    log.report(.privateAPIServer(server, of: cluster, reader: other))
  }
}
