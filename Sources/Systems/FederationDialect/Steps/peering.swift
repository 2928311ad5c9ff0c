internal import MeshModel
internal import MeshNames
internal import Planning

/// What joins the meshes of a cluster to their peers.
extension FederatedCluster {
  func peersStep(among clusters: [FederatedCluster]) -> Step? {
    guard !peerings.isEmpty else { return nil }
    return Step(
      step(.peers), in: name, .peers, "Tell the meshes of their peers",
      .apply(
        peerings.map(\.root) + peerings.map { $0.serviceMeshPeer(isFederating: isFederating) } + remoteGateways),
      after: unique([step(.members), reachableStep] + peers(among: clusters).map(\.reachableStep)),
      gates: remoteGates, uses: unique(peerings.flatMap { $0.uses(isFederating: isFederating) } + gatewayUses))
  }

  /// Waited for apart: a mesh is connected only after its peer was told, too.
  func connectionStep(among clusters: [FederatedCluster]) -> Step? {
    guard !peerings.isEmpty, isFederating else { return nil }
    return Step(
      connected, in: name, .peers, "See that the meshes are connected", .run([]),
      after: [step(.peers)] + peers(among: clusters).map { $0.step(.peers) },
      gates: peerings.flatMap { [$0.gate("watches", "watch"), $0.gate("is watched by", "remotes[0]")] })
  }

  var exportsStep: Step? {
    let sets = isFederating ? exporting.map(\.exportedServiceSet) : []
    guard !sets.isEmpty || !exposures.isEmpty else { return nil }
    return Step(
      step(.exposure), in: name, .exposure, "Let peers have the services that they may have",
      .apply(sets + exposures), after: [meetingStep] + (eastWestGateways.isEmpty ? [] : [step(.gateways)]))
  }

  func importsStep(among clusters: [FederatedCluster]) -> Step? {
    let sets = isFederating ? importing.compactMap { peering in peering.imported.map(peering.importedServiceSet) } : []
    guard !sets.isEmpty || !discoveries.isEmpty else { return nil }
    let exporters = clusters.filter { cluster in importing.contains { $0.peer.cluster == cluster.name } }
    return Step(
      step(.discovery), in: name, .discovery, "Take peers' services in", .apply(sets + discoveries),
      after: [meetingStep] + exporters.compactMap { $0.liveExposureStep?.id ?? $0.exportsStep?.id })
  }

  var failoverStep: Step? {
    guard !sharedServices.isEmpty else { return nil }
    return Step(
      step(.traffic), in: name, .traffic, "Send requests to peers when one's own endpoints fail",
      .apply(sharedServices.map(\.failover)), after: [liveDiscoveryStep?.id ?? step(.discovery)])
  }

  private var connected: StepID { step(.peers, "connected") }

  /// The step behind which a mesh knows its peers.
  private var meetingStep: StepID { isFederating ? connected : step(.peers) }

  /// The clusters of peers, in the order of the topology.
  private func peers(among clusters: [FederatedCluster]) -> [FederatedCluster] {
    let names = Set(peerings.map(\.peer.cluster))
    return clusters.filter { names.contains($0.name) && $0.name != name }
  }

  private func unique<Name: Hashable>(_ names: [Name]) -> [Name] {
    var known: Set<Name> = []
    return names.filter { known.insert($0).inserted }
  }
}

extension Peering {
  /// Up to five minutes are nothing unusual; istiod tries again for as long.
  fileprivate func gate(_ verb: String, _ field: String) -> Gate {
    Gate(
      "\(mesh.name) \(verb) \(peer.name)",
      mesh.kubectl(
        "wait", "--for=jsonpath={.status.discoveryStatus.active[0].\(field).connected}=true",
        "servicemeshpeers.federation.maistra.io/\(peer.name)", "--timeout=10m"),
      timeout: 600)
  }
}
