package import Istio
internal import MeshModel
internal import MeshNames
package import Planning

/// One step a release, in the order in which they need each other; a last one sees that all of them run.
extension HelmInstallation {
  package var prerequisiteStep: Step {
    install(base, "Install the kinds of Istio's configuration", after: [step(.namespaces)])
  }

  package var controlPlaneSteps: [Step] {
    let plugIn = hasCNI ? [cniStep] : []
    let kinds = scope.gatewayAPIStep.map { [$0.id] } ?? []
    let istiodStep = install(
      istiod, "Install the control plane", after: [step(.trust), prerequisiteStep.id] + kinds)
    let proxies = isAmbient ? [install(ztunnel, "Install the proxies of the nodes", after: [istiodStep.id])] : []
    let installed = plugIn + [istiodStep] + proxies
    return installed + [
      Step(
        scope.controlPlaneStepID, in: cluster.name, .controlPlane,
        "See that the control plane runs\(tagWords)", .run(tagCommands),
        after: installed.map(\.id), gates: [istiodGate] + nodeGates + [readerGate])
    ]
  }

  package func remoteSteps(of primary: ClusterScope) -> [Step] {
    let plugIn = hasCNI ? [cniStep] : []
    let way = install(
      istiod(servedBy: primary), "Install the way to the primary's control plane",
      after: [prerequisiteStep.id, primary.step(.exposure)],
      uses: primary.gatewayAddressUses(from: scope))
    return plugIn + [
      way,
      Step(
        scope.controlPlaneStepID, in: cluster.name, .controlPlane,
        "See that the cluster can be read\(tagWords)", .run(tagCommands),
        after: (plugIn + [way]).map(\.id), gates: nodeGates + [readerGate]),
    ]
  }

  package func install(_ istiod: Istiod, withCNI: Bool, as step: Step) -> [Step] {
    let plugIn = withCNI && hasCNI ? [cniStep] : []
    return plugIn + [
      Step(
        step.id, in: step.cluster, step.phase, step.description, .install(release(of: istiod)),
        after: step.after + plugIn.map(\.id), gates: (plugIn.isEmpty ? [] : nodeGates) + step.gates, uses: step.uses)
    ]
  }

  /// A gateway of Gateway API is made by istiod; any other one by its chart.
  package var gatewayAction: Step.Action { scope.isGatewayAPI ? .apply(scope.gatewayResources) : .install(gateway) }

  private var cniStep: Step { install(cni, "Install the CNI plug-in", after: [prerequisiteStep.id]) }

  private func install(
    _ release: ChartRelease, _ description: String, after: [StepID], uses: [String] = []
  ) -> Step {
    Step(
      step(.controlPlane, release.name), in: cluster.name, .controlPlane, description, .install(release),
      after: after, uses: uses)
  }
}
