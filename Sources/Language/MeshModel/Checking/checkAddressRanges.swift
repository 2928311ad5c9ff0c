internal import Diagnostics
package import MeshNames

/// Clusters on one network reach each other's pods by their addresses, so no address may mean two things there.
func checkAddressRanges(_ topology: Topology, _ log: inout FindingLog) {
  guard topology.controlPlane?.mode?.value != .replicated, !topology.isFederated else {
    return checkRangesOfEachCluster(topology, &log)
  }
  // A host of an external control plane has no part in the mesh: nobody sends to its pods.
  let members = topology.clusters.filter { topology.role(of: $0) != .external }
  let byNetwork = Dictionary(grouping: members) { topology.network(of: $0) }
  for network in topology.networks {
    guard let clusters = byNetwork[network.value] else { continue }
    let uses = clusters.flatMap(AddressUse.all)
    AddressUse.forEachOverlap(in: uses) { log.report(.overlappingRanges($0, $1, on: network.value)) }
    let silent = clusters.filter { $0.pods.isEmpty && !$0.has("pods") }
    if clusters.count > 1, !silent.isEmpty {
      log.report(.unstatedRanges(silent, on: network, clusters: clusters.count))
    }
  }
}

/// Replicated and federated control planes send through gateways alone, so only a cluster's own ranges can collide.
private func checkRangesOfEachCluster(_ topology: Topology, _ log: inout FindingLog) {
  for cluster in topology.clusters {
    guard let network = topology.network(of: cluster) else { continue }
    AddressUse.forEachOverlap(in: AddressUse.all(of: cluster)) { log.report(.overlappingRanges($0, $1, on: network)) }
  }
}

/// A range of addresses and what a cluster uses it for.
struct AddressUse {
  let range: Located<CIDR>
  let purpose: String
  let cluster: Cluster

  static func all(of cluster: Cluster) -> [AddressUse] {
    cluster.pods.map { AddressUse(range: $0, purpose: "pods", cluster: cluster) }
      + cluster.services.map { AddressUse(range: $0, purpose: "services", cluster: cluster) }
  }

  /// Calls back for ranges that share an address, the one that the topology names later first.
  ///
  /// Sorted by their first address, a range overlaps an earlier one exactly if it begins before the furthest end so
  /// far: one pass, and one finding for each range that overlaps anything.
  static func forEachOverlap(in uses: [AddressUse], _ report: (AddressUse, AddressUse) -> Void) {
    for family in [IPAddress.Family.v4, .v6] {
      let sorted = uses.filter { $0.range.value.address.family == family }.sorted {
        ($0.range.value.address.number, $0.range.range.start) < ($1.range.value.address.number, $1.range.range.start)
      }
      var furthest: AddressUse?
      for use in sorted {
        if let earlier = furthest, use.range.value.address.number <= earlier.range.value.last {
          let isLater = use.range.range.start > earlier.range.range.start
          report(isLater ? use : earlier, isLater ? earlier : use)
        }
        if use.range.value.last > furthest?.range.value.last ?? 0 || furthest == nil { furthest = use }
      }
    }
  }
}

extension Topology {
  /// The network that a cluster is on: the one that it names, or the only one that there is.
  ///
  /// Meshes that federate take nothing for granted of each other's clusters: each is a network of its own.
  package func network(of cluster: Cluster) -> NetworkName? {
    if isFederated { return cluster.name.map { NetworkName(of: $0.value) } }
    if let network = cluster.network { return network.value }
    return networks.count == 1 && !cluster.has("network") ? networks.first?.value : nil
  }
}
