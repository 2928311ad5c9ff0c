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

  /// The clusters in which the sample's service runs, by their names: each cluster asks all of them, so the questions
  /// would grow with the square of their number.
  let servers: [ClusterName]

  /// In how many clusters the service runs at most.
  private static let mostServers = 20

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
    let names = topology.clusters.map(\.name).sorted { $0.description < $1.description }
    servers = Array(names.prefix(Self.mostServers))
    listed = topology.networks.compactMap { network in gateways[network].map { (network, $0) } }
  }
}
