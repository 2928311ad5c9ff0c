internal import Manifests
internal import MeshModel
internal import MeshNames
package import Planning

extension ClusterScope {
  /// Takes the application namespaces into the mesh, and says what all workloads take in.
  ///
  /// Pods that run there are part of it from their next start.
  package var trafficSteps: [Step] {
    let policies = mutualTLS.map { [$0] } ?? []
    let resources = policies + applicationNamespaces + waypoints
    guard !resources.isEmpty else { return [] }
    let traffic = Step(
      step(.traffic), in: cluster.name, .traffic,
      applicationNamespaces.isEmpty
        ? "Say what workloads take in" : "Take the application namespaces into the mesh",
      .apply(resources), after: [admission?.id ?? exposureStep?.id ?? meshStepID], gates: waypointGates)
    return (admission.map { [$0] } ?? []) + [traffic] + (restartStep.map { [$0] } ?? [])
  }

  private var waypointGates: [Gate] {
    waypoints.map { waypoint in
      let namespace = waypoint.namespace?.description ?? ""
      return Gate(
        "the waypoint of \(namespace) runs",
        .kubectl(
          in: context, "--namespace", namespace, "wait", "--for=condition=Programmed",
          "gateways.gateway.networking.k8s.io/\(waypoint.name)", "--timeout=3m"))
    }
  }

  /// Brings the proxies of the applications up to date; nothing is injected into pods of an ambient mesh.
  private var restartStep: Step? {
    isAmbient ? nil : restartStep(after: [step(.traffic)])
  }

  /// The same behind other steps.
  func restartStep(after: [StepID]) -> Step? {
    .restart(
      (topology.namespaces[cluster.name] ?? []).map(\.name), with: proxyStart, as: step(.traffic, "restart"),
      in: cluster.name, context, .traffic, after: after)
  }

  /// The webhook may not answer for some time after the control plane is ready (istio/istio#61049); where a gateway was
  /// opened, it has answered before.
  private var admission: Step? {
    guard mutualTLS != nil, exposureStep == nil else { return nil }
    return Step(
      step(.traffic, "admission"), in: cluster.name, .traffic, "Wait until istiod's webhook answers", .run([]),
      after: [meshStepID], gates: [admissionGate(of: .traffic)])
  }

  /// Opens when istiod's webhook takes what a phase applies.
  func admissionGate(of phase: Phase) -> Gate {
    let folder = "clusters/\(cluster.name)/\(phase.folder)"
    return Gate(
      "istiod's webhook admits Istio configuration",
      .kubectl(in: context, "apply", "--dry-run=server", "-f", folder), timeout: 120)
  }

  /// Takes the namespaces out again.
  ///
  /// They were there before the mesh, or hold what outlives it, so they are not removed.
  package var applicationsRemoval: Removal? {
    applicationsRemoval(labels: applicationNamespaces.reduce(into: [:]) { $0.merge($1.labels) { own, _ in own } })
  }

  /// The same where these labels took them in.
  func applicationsRemoval(labels: [String: String]) -> Removal? {
    let names = (topology.namespaces[cluster.name] ?? []).map(\.name)
    guard !names.isEmpty else { return nil }
    let keys = labels.keys.sorted()
    let gone = waypoints.map { waypoint in
      delete([
        "--namespace", waypoint.namespace?.description ?? "", "gateways.gateway.networking.k8s.io/\(waypoint.name)",
      ])
    }
    return Removal(
      cluster.name, "Take the application namespaces out of the mesh",
      [
        Command(
          Command.kubectl(in: context, "label", "namespace").words + names.map(\.description) + keys.map { "\($0)-" })
      ]
        + (isAmbient ? [] : [Step.forgetting(names, in: context)]) + gone)
  }
}
