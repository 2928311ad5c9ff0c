internal import Manifests
internal import MeshModel
internal import MeshNames
internal import Planning

extension ExternalMesh {
  /// The host's gateway, the mesh's cluster, the control plane.
  ///
  /// Two things go in a circle: the control plane starts only when it can read the mesh's cluster, and that is ready
  /// only when the control plane serves it. So of the cluster, only the account that it is read with is waited for.
  ///
  /// A folder is applied as a whole. That of the mesh's control plane comes after the kubeconfig, which no manifest
  /// brings, and so it is the last.
  var steps: [Step] {
    [namespacesStep(host, hostNamespaces)] + members.map { namespacesStep($0, namespaces(of: $0)) }
      + [host.prerequisiteStep] + members.map(\.prerequisiteStep)
      + hostControlPlaneSteps + [gatewayStep, exposureStep]
      + remoteSteps + [tokenStep, kubeconfigStep] + data.flatMap(dataSteps)
      + externalControlPlaneSteps + members.map(servedStep) + members.compactMap(trafficStep)
      + members.compactMap(restartStep)
  }

  private func namespacesStep(_ installation: any Installation, _ resources: [Resource]) -> Step {
    Step(
      installation.step(.namespaces), in: installation.cluster.name, .namespaces, "Make the namespaces",
      .apply(resources))
  }

  /// The step has a name of its own, since the other cluster's of the phase does something else.
  private var hostControlPlaneSteps: [Step] {
    host.install(
      hostIstiod, withCNI: true,
      as: Step(
        host.step(.controlPlane, "host"), in: host.cluster.name, .controlPlane,
        "Install \(hostIstiod.description)", .run([]),
        after: [host.step(.namespaces), host.prerequisiteStep.id],
        gates: [host.readyGate(of: hostIstiod, "the host's own control plane is ready", minutes: 3)]))
  }

  private var gatewayStep: Step {
    Step(
      host.step(.gateways), in: host.cluster.name, .gateways, "Start the gateway that leads to the control plane",
      .apply(gatewayResources), after: [host.step(.controlPlane, "host")], gates: gatewayGates,
      binds: gatewayAddressUses)
  }

  private var gatewayGates: [Gate] {
    host.scope.reachableGates(of: Self.gatewayName, in: gatewayNamespace) + [host.scope.admissionGate(of: .exposure)]
  }

  /// The Service that the routes lead to is not there yet, which they need not mind.
  private var exposureStep: Step {
    Step(
      host.step(.exposure), in: host.cluster.name, .exposure, "Open the gateway to the control plane",
      .apply(exposure), after: [gatewayStep.id])
  }
}
