internal import MeshModel
internal import MeshNames
internal import Planning

/// One cluster of the mesh, and all that its objects and steps are derived from.
struct ClusterScope {
  let topology: CheckedTopology
  let options: SailOptions
  let cluster: CheckedCluster
  let `operator`: Operator
  /// The cluster's place in the topology, from 0.
  let index: Int
  private let relations: ClusterRelations

  init(_ topology: CheckedTopology, _ options: SailOptions, _ relations: ClusterRelations, index: Int) {
    self.topology = topology
    self.options = options
    self.relations = relations
    self.index = index
    cluster = topology.clusters[index]
    self.operator = options.operator(of: cluster)
  }

  /// The cluster whose control plane serves this one; `nil` for a primary.
  var primary: ClusterScope? {
    cluster.primary.flatMap { relations.indices[$0] }.map { ClusterScope(topology, options, relations, index: $0) }
  }

  var isAmbient: Bool { options.isAmbient }

  var isPrimary: Bool { cluster.primary == nil }

  /// Whether the cluster's control plane has remote clusters to serve.
  var servesRemotes: Bool { relations.serving.contains(cluster.name) }

  /// Whether anything from outside comes in: requests from other networks, or proxies of remote clusters.
  var hasGateway: Bool { topology.isMultiNetwork || servesRemotes }

  /// Whether some control plane other than the cluster's own reads its API server.
  var isRead: Bool { !isPrimary || relations.primaries > 1 }

  /// The name of the control plane.
  static let controlPlaneName = "default"

  /// The name of its revision, to which proxies and gateways are bound.
  ///
  /// Updated in place, it is called as the control plane is; otherwise every release is a revision of its own (Sail
  /// operator, api/v1/istiorevision_types.go).
  var revision: String {
    guard options.isRevisioned else { return Self.controlPlaneName }
    let version = options.version
    return "\(Self.controlPlaneName)-v\(version.major)-\(version.minor)-\(version.patch)"
  }

  /// The name of istiod's Service in the control plane's namespace.
  var istiodName: String { options.isRevisioned ? "istiod-\(revision)" : "istiod" }

  var system: NamespaceName { topology.controlPlaneNamespace }
  var context: ContextName { cluster.context }
  var network: String { cluster.network.description }

  /// Whether tokens pass through a store of secrets.
  var hasStore: Bool {
    if case .externalSecrets = topology.remoteAccess { true } else { false }
  }

  /// The API of the operator's own kinds: `sailoperator.io/v1` from 1.0 on, which no longer serves the older one.
  var sailAPI: String { "sailoperator.io/\(self.operator.servesAlphaAPI ? "v1alpha1" : "v1")" }

  var plannedCluster: PlannedCluster {
    PlannedCluster(
      name: cluster.name, context: context, network: cluster.network,
      role: isPrimary ? "primary" : "remote", primary: cluster.primary)
  }

  func step(_ phase: Phase, _ detail: String? = nil) -> StepID { StepID(cluster.name, phase, detail) }

  /// A command of kubectl in the cluster's control-plane namespace.
  func kubectl(_ arguments: String...) -> Command {
    Command(Command.kubectl(in: context, "--namespace", system.description).words + arguments)
  }
}
