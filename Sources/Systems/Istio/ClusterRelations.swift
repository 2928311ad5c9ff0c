internal import MeshModel
internal import MeshNames

/// Who serves whom, looked up once for the whole mesh.
struct ClusterRelations: Sendable {
  /// The place of each cluster in the topology.
  let indices: [ClusterName: Int]
  /// The primaries that have remotes.
  let serving: Set<ClusterName>
  /// How many control planes there are.
  let primaries: Int

  /// The clusters that each primary serves, by their places.
  let remotes: [ClusterName: [Int]]
  /// The networks with gateways whose Services do not say where they are reached, in the order of the topology, each with
  /// the places of these clusters.
  let listed: [(network: NetworkName, clusters: [Int])]

  init(_ topology: CheckedTopology) {
    let places = topology.clusters.enumerated().map { ($1.name, $0) }
    indices = Dictionary(places) { first, _ in first }
    serving = Set(topology.clusters.compactMap(\.primary))
    primaries = topology.clusters.count { $0.primary == nil }
    var (remotes, gateways): ([ClusterName: [Int]], [NetworkName: [Int]]) = ([:], [:])
    for (place, cluster) in topology.clusters.enumerated() {
      if let primary = cluster.primary { remotes[primary, default: []].append(place) }
      if cluster.gateway.isListed { gateways[cluster.network, default: []].append(place) }
    }
    self.remotes = remotes
    listed = topology.networks.compactMap { network in gateways[network].map { (network, $0) } }
  }
}
