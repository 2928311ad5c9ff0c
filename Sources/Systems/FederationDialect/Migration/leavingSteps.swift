internal import ManualDiscovery
internal import MeshModel
internal import MeshNames
internal import Planning

/// What takes federation out of meshes that no longer need it, in the order of its removal (OpenShift documentation,
/// service_mesh/v2x, "Removing a mesh from federation").
///
/// ServiceMeshPeers stay, and lead nowhere: istiod has peers' roots from them, and holds them in memory alone. Without
/// them, an istiod that starts anew would refuse the peers' certificates (maistra/istio,
/// pkg/servicemesh/federation/discovery/controller.go).
extension FederatedCluster {
  /// Asked before anything is taken away: nothing that federation knows counts.
  var reachedStep: Step? {
    guard stage == .leave, !discovering.isEmpty else { return nil }
    return Step(
      step(.discovery, "reached"), in: name, .discovery, "See that peers' services are reached without federation",
      .run([]), after: [step(.operator)], gates: reachGates)
  }

  /// Objects that are only left out of the output stay in the cluster, unless a controller prunes them.
  func importsEndStep(among clusters: [FederatedCluster]) -> Step? {
    guard stage == .leave, !importing.isEmpty else { return nil }
    return Step(
      step(.discovery, "imports"), in: name, .discovery, "Take no more services from federation",
      .run(importing.map { $0.deletion(of: "importedservicesets") }),
      after: [step(.operator)] + clusters.compactMap(\.reachedStep?.id),
      gates: importing.map { $0.goneGate("ImportedServiceSet") } + reachGates)
  }

  /// Only after nobody imports any more.
  func exportsEndStep(among clusters: [FederatedCluster]) -> Step? {
    guard stage == .leave, !exporting.isEmpty else { return nil }
    return Step(
      step(.exposure, "exports"), in: name, .exposure, "Give no more services to federation",
      .run(exporting.map { $0.deletion(of: "exportedservicesets") }),
      after: [step(.operator)] + clusters.compactMap { $0.importsEndStep(among: clusters)?.id },
      gates: exporting.map { $0.goneGate("ExportedServiceSet") })
  }

  /// The steps behind which federation's gateways are of no use.
  func endSteps(among clusters: [FederatedCluster]) -> [StepID] {
    clusters.compactMap { $0.importsEndStep(among: clusters)?.id }
      + clusters.compactMap { $0.exportsEndStep(among: clusters)?.id }
  }

  /// Whoever made the control plane otherwise than by applying it needs to be told what is no longer in it.
  var gatewaysEndStep: Step? {
    let leaving = meshes.filter { !peerings(of: $0).isEmpty }
    guard stage == .leave, !leaving.isEmpty else { return nil }
    return Step(
      step(.controlPlane, "gateways"), in: name, .controlPlane, "Take federation's gateways away",
      .run(leaving.map(\.gatewaysRemoval)), after: [step(.controlPlane)],
      gates: leaving.map { goneGate($0, peerings(of: $0)) })
  }

  private func goneGate(_ mesh: CheckedMesh, _ peerings: [Peering]) -> Gate {
    let names = peerings.flatMap { [$0.ingress.name, $0.egressName] }.map { "deployment/\($0)" }
    let list = Command(mesh.kubectl("get", "--ignore-not-found", "--output=name").words + names)
    return Gate(
      "the gateways of \(mesh.name) for federation are gone",
      Command(["sh", "-c", "left=$(\(list.shellLine)) && test -z \"$left\""]), timeout: 600)
  }
}

extension Peering {
  fileprivate func deletion(of kinds: String) -> Command {
    mesh.kubectl("delete", "--ignore-not-found", "--timeout=2m", "\(kinds).federation.maistra.io/\(peer.name)")
  }

  fileprivate func goneGate(_ kind: String) -> Gate {
    Gate(
      "\(mesh.name) has no \(kind) for \(peer.name)",
      mesh.kubectl(
        "wait", "--for=delete", "\(kind.lowercased())s.federation.maistra.io/\(peer.name)", "--timeout=2m"),
      timeout: 180)
  }
}

extension CheckedMesh {
  /// Leaves the rest of the control plane as it is.
  var gatewaysRemoval: Command {
    let patch = #"--patch={"spec":{"gateways":{"additionalEgress":null,"additionalIngress":null}}}"#
    return kubectl("patch", "servicemeshcontrolplanes.maistra.io", name.description, "--type=merge", patch)
  }
}
