internal import Certificates
package import MeshModel
internal import MeshNames
package import Planning

extension Plan {
  /// The plan of a mesh of primaries and remotes.
  ///
  /// - Parameters:
  ///   - topology: The mesh.
  ///   - installer: Who installs, in words: "the Sail operator".
  ///   - installations: How Istio gets into each cluster, in the order of the topology.
  package init(of topology: CheckedTopology, installedBy installer: String, _ installations: [any Installation]) {
    let scopes = installations.map(\.scope)
    let certificates = planCertificates(for: topology, in: scopes.filter(\.isPrimary).map(\.cluster))
    self.init(
      topology: topology.name, mesh: topology.mesh.id,
      summary: "Istio \(scopes.first.map { "\($0.options.build) " } ?? "")by \(installer), "
        + (scopes.allSatisfy(\.isPrimary) ? "a control plane in every cluster" : "remote clusters served by primaries"),
      clusters: scopes.map(\.plannedCluster),
      steps: Self.steps(of: installations, certificates),
      bindings: Self.sealedBindings(of: scopes.filter(\.isPrimary), certificates)
        + scopes.compactMap(\.gatewayAddressBinding),
      certificates: [certificates],
      verifications: Self.verifications(of: installations),
      removal: Self.removal(of: installations),
      slots: installations.flatMap(\.valuesSlots))
  }

  /// The order of the phases, and within a phase that of the topology.
  ///
  /// A remote comes up later than its primary, whose gateway it is reached through: its control plane's proxies and
  /// webhooks are there only when the primary has read it, and its gateway needs the webhook.
  private static func steps(of installations: [any Installation], _ certificates: CertificatePlan) -> [Step] {
    let scopes = installations.map(\.scope)
    let (primaries, remotes) = (installations.filter(\.scope.isPrimary), installations.filter { !$0.scope.isPrimary })
    let deliveries = certificates.deliveriesByCluster
    let ceremony = ClusterScope.ceremonyStep(
      behind: rotationBarrier(certificates, scopes),
      binds: sealedBindings(of: primaries.map(\.scope), certificates).map(\.name))
    let groundwork =
      installations.map(\.namespacesStep) + [ceremony]
      + primaries.map { $0.scope.certificatesStep(deliveries[$0.cluster.name]) }
    let controlPlanes =
      installations.map(\.prerequisiteStep) + scopes.compactMap(\.gatewayAPIStep)
      + primaries.flatMap(\.controlPlaneSteps)
    let exposure = primaries.compactMap(\.gatewayStep) + primaries.compactMap(\.scope.exposureStep)
    let discovery = discoverySteps(of: scopes)
    return groundwork + controlPlanes + exposure + remotes.flatMap(\.stepsBehindPrimary) + discovery
      + remotes.map(\.servedStep) + remotes.compactMap(\.gatewayStep)
      + scopes.flatMap(\.trafficSteps) + scopes.flatMap(\.anchorSteps)
  }
}

extension Plan {
  private static func sealedBindings(of primaries: [ClusterScope], _ certificates: CertificatePlan) -> [Binding] {
    let deliveries = certificates.deliveriesByCluster
    return primaries.flatMap { $0.sealedBindings(deliveries[$0.cluster.name]) }
  }
}

extension CertificatePlan {
  fileprivate var deliveriesByCluster: [ClusterName: Delivery] {
    Dictionary(deliveries.map { ($0.cluster, $0) }) { first, _ in first }
  }
}

extension Installation {
  fileprivate var stepsBehindPrimary: [Step] { scope.primary.map(remoteSteps) ?? [] }
}
