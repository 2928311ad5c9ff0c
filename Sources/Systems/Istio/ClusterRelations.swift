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

  init(_ topology: CheckedTopology) {
    let places = topology.clusters.enumerated().map { ($1.name, $0) }
    indices = Dictionary(places) { first, _ in first }
    serving = Set(topology.clusters.compactMap(\.primary))
    primaries = topology.clusters.count { $0.primary == nil }
  }
}
