package import Manifests
package import MeshModel
package import MeshNames
package import Planning

/// How Istio gets into one cluster, and out again: all that differs between installers.
///
/// Everything else follows from the topology, and is the same whoever installs: `Plan.init(of:installedBy:_:)`.
package protocol Installation: Sendable {
  /// The cluster.
  var scope: ClusterScope { get }

  /// The objects that take Istio's own values.
  var valuesSlots: [ValuesSlot] { get }

  /// The namespaces that the installer needs, beside the control plane's.
  var namespaces: [Resource] { get }

  /// What lets requests in to what runs on the nodes, where its charts bring no policies.
  var agentPolicies: [Resource] { get }

  /// The namespace of the ambient proxies.
  var ztunnelNamespace: String { get }

  /// Brings what must be there before any control plane: an operator, or the kinds of Istio's configuration.
  var prerequisiteStep: Step { get }

  /// Bring up a primary's control plane, and what its data plane needs in the cluster.
  ///
  /// The last one is `ClusterScope.controlPlaneStepID`.
  var controlPlaneSteps: [Step] { get }

  /// Bring up what a remote has in place of a control plane, and what its data plane needs in the cluster.
  ///
  /// The last one is `ClusterScope.controlPlaneStepID`. It cannot wait until the remote is served: the primary has to
  /// read the cluster first, with the account that these steps bring.
  func remoteSteps(of primary: ClusterScope) -> [Step]

  /// Opens when the primary has read this remote, and has patched its webhook.
  var servedGate: Gate { get }

  /// Ask whether what was installed is well.
  var statusChecks: [PlannedVerification.Check] { get }

  /// Installs a control plane that has others beside it, or what a cluster has in place of one.
  ///
  /// - Parameters:
  ///   - istiod: The control plane.
  ///   - withCNI: Whether the cluster's CNI plug-in comes with it, where pods need it.
  ///   - step: A step that does nothing yet, with what it waits for and what waits for it.
  /// - Returns: The steps that it takes; the last one has the ID and the gates of that one.
  func install(_ istiod: Istiod, withCNI: Bool, as step: Step) -> [Step]

  /// Opens when such a control plane runs or, where it is elsewhere, when the cluster is served.
  func readyGate(of istiod: Istiod, _ description: String, minutes: Int) -> Gate

  /// Takes such a control plane down.
  func removal(of istiod: Istiod, _ description: String) -> Removal

  /// The objects that take Istio's own values where there is such a control plane.
  func slots(of istiod: Istiod) -> [ValuesSlot]

  /// Starts the east-west gateway.
  var gatewayAction: Step.Action { get }

  /// Take the gateway down.
  var gatewayRemovalCommands: [Command] { get }

  /// Takes the control plane down, or what a remote has in its place.
  var controlPlaneRemoval: Removal { get }

  /// Takes the ambient proxies down, where there are any.
  var ztunnelRemoval: Removal? { get }

  /// Takes the CNI plug-in down.
  var cniRemoval: Removal? { get }

  /// Takes the namespaces down, and whatever else would go with them.
  var namespacesRemoval: Removal? { get }

  /// Takes down what was there before the namespaces.
  var prerequisiteRemoval: Removal? { get }
}

/// What is asked of the cluster most often.
extension Installation {
  package var topology: CheckedTopology { scope.topology }
  package var cluster: CheckedCluster { scope.cluster }
  package var context: ContextName { scope.context }
  package var system: NamespaceName { scope.system }
  package var network: String { scope.network }
  package var isAmbient: Bool { scope.isAmbient }

  package func step(_ phase: Phase, _ detail: String? = nil) -> StepID { scope.step(phase, detail) }
  package func kubectl(_ arguments: String...) -> Command { scope.kubectl(arguments) }
}
