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

  init(_ topology: CheckedTopology, _ options: SailOptions, index: Int) {
    self.topology = topology
    self.options = options
    self.index = index
    cluster = topology.clusters[index]
    self.operator = options.operator(of: cluster)
  }

  /// The name of the control plane and, updated in place, of its revision.
  ///
  /// Only for `default` does the operator
  /// install the base chart, which brings the account that other clusters read with.
  static let revision = "default"

  var system: NamespaceName { topology.controlPlaneNamespace }
  var context: ContextName { cluster.context }
  var network: String { cluster.network.description }

  /// The API of the operator's own kinds: `sailoperator.io/v1` from 1.0 on, which no longer serves the older one.
  var sailAPI: String { "sailoperator.io/\(self.operator.servesAlphaAPI ? "v1alpha1" : "v1")" }

  var plannedCluster: PlannedCluster {
    PlannedCluster(name: cluster.name, context: context, network: cluster.network, role: "primary")
  }

  func step(_ phase: Phase, _ detail: String? = nil) -> StepID { StepID(cluster.name, phase, detail) }

  /// A command of kubectl in the cluster's control-plane namespace.
  func kubectl(_ arguments: String...) -> Command {
    Command(Command.kubectl(in: context, "--namespace", system.description).words + arguments)
  }
}
