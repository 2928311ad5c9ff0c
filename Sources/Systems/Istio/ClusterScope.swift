package import MeshModel
package import MeshNames
package import Planning

/// One cluster of the mesh, and all that its objects and steps are derived from.
package struct ClusterScope: Sendable {
  package let topology: CheckedTopology
  package let options: IstioOptions
  package let cluster: CheckedCluster
  /// The cluster's place in the topology, from 0.
  package let index: Int
  let relations: ClusterRelations

  private init(_ topology: CheckedTopology, _ options: IstioOptions, _ relations: ClusterRelations, index: Int) {
    self.topology = topology
    self.options = options
    self.relations = relations
    self.index = index
    cluster = topology.clusters[index]
  }

  /// All clusters of a topology, in its order.
  package static func all(of topology: CheckedTopology, _ options: IstioOptions) -> [ClusterScope] {
    let relations = ClusterRelations(topology)
    return topology.clusters.indices.map { ClusterScope(topology, options, relations, index: $0) }
  }

  /// The cluster whose control plane serves this one; `nil` for a primary.
  package var primary: ClusterScope? {
    cluster.primary.flatMap { relations.indices[$0] }.map { ClusterScope(topology, options, relations, index: $0) }
  }

  /// All other clusters, in the order of the topology.
  var others: [ClusterScope] {
    topology.clusters.indices.filter { $0 != index }.map { ClusterScope(topology, options, relations, index: $0) }
  }

  package var isAmbient: Bool { options.isAmbient }

  package var isPrimary: Bool { cluster.primary == nil }

  /// Whether the cluster's control plane has remote clusters to serve.
  package var servesRemotes: Bool { relations.serving.contains(cluster.name) }

  /// Whether anything from outside comes in: requests from other networks, or proxies of remote clusters.
  package var hasGateway: Bool { topology.isMultiNetwork || servesRemotes }

  /// Whether some control plane other than the cluster's own reads its API server.
  package var isRead: Bool { !isPrimary || relations.primaries > 1 }

  package var system: NamespaceName { topology.controlPlaneNamespace }
  package var context: ContextName { cluster.context }
  package var network: String { cluster.network.description }

  /// Whether istiod fetches its credentials itself.
  package var hasPlugin: Bool {
    if case .exec = topology.remoteAccess.credentials { true } else { false }
  }

  /// Whether tokens pass through a store of secrets.
  package var hasStore: Bool {
    if case .externalSecrets = topology.remoteAccess.credentials { true } else { false }
  }

  package var plannedCluster: PlannedCluster {
    PlannedCluster(
      name: cluster.name, context: context, network: cluster.network,
      role: isPrimary ? "primary" : "remote", primary: cluster.primary)
  }

  package func step(_ phase: Phase, _ detail: String? = nil) -> StepID { StepID(cluster.name, phase, detail) }

  /// A command of kubectl in the cluster's control-plane namespace.
  package func kubectl(_ arguments: String...) -> Command { kubectl(arguments) }

  package func kubectl(_ arguments: [String]) -> Command {
    Command(Command.kubectl(in: context, "--namespace", system.description).words + arguments)
  }
}
