internal import Certificates
package import Diagnostics
package import MeshModel
package import Planning

/// Istio by the Sail operator, which is also OpenShift Service Mesh 3.
package struct Sail: Dialect {
  package let distribution = Distribution.Name.sail
  package let modes: [ControlPlane.Mode] = [.multiPrimary, .primaryRemote, .external]

  package init() {}

  package var findingCodes: [FindingCode] {
    [
      .unsupportedVersion, .endOfLife, .notInServiceMesh, .operatorCannotInstall, .sharedNamespace, .namedControlPlane,
      .ambientUnsupported, .ambientOnOneNetwork,
    ]
  }

  package func check(_ topology: Topology, into log: inout FindingLog) -> SailOptions? {
    checkNamespaces(topology, &log)
    checkExternalMode(topology, &log)
    checkControlPlaneAddresses(topology, &log)
    let options = SailOptions(reading: topology, into: &log)
    options.map { options in
      checkVersion(topology, options, &log)
      checkAmbient(topology, options.version, &log)
    }
    return options
  }

  package func plan(_ topology: CheckedTopology, _ options: SailOptions) -> Plan {
    let relations = ClusterRelations(topology)
    if let mesh = ExternalMesh(topology, options, relations) { return mesh.plan }
    let scopes = topology.clusters.indices.map { ClusterScope(topology, options, relations, index: $0) }
    return Plan(
      topology: topology.name, mesh: topology.mesh.id,
      summary: "Istio \(options.version) by the Sail operator, "
        + (scopes.allSatisfy(\.isPrimary) ? "a control plane in every cluster" : "remote clusters served by primaries"),
      clusters: scopes.map(\.plannedCluster),
      steps: steps(of: scopes),
      bindings: scopes.compactMap(\.gatewayAddressBinding),
      certificates: planCertificates(for: topology, in: scopes.filter(\.isPrimary).map(\.cluster)),
      verifications: verifications(of: scopes),
      removal: removal(of: scopes), slots: scopes.flatMap(\.valuesSlots))
  }

  /// The order of the phases, and within a phase that of the topology.
  ///
  /// A remote comes up later than its primary, whose gateway it is reached through: its control plane's proxies and
  /// webhooks are there only when the primary has read it, and its gateway needs the webhook.
  private func steps(of scopes: [ClusterScope]) -> [Step] {
    let (primaries, remotes) = (scopes.filter(\.isPrimary), scopes.filter { !$0.isPrimary })
    let installation = scopes.map(\.namespacesStep) + [ClusterScope.ceremonyStep] + primaries.map(\.certificatesStep)
    let controlPlanes =
      scopes.map(\.operatorStep) + scopes.compactMap(\.gatewayAPIStep) + primaries.map(\.controlPlaneStep)
    let exposure = primaries.compactMap(\.gatewayStep) + primaries.compactMap(\.exposureStep)
    let discovery = discoverySteps(of: scopes)
    return installation + controlPlanes + exposure + remotes.map(\.remoteControlPlaneStep) + discovery
      + remotes.map(\.remoteReadyStep) + remotes.compactMap(\.gatewayStep)
      + scopes.compactMap(\.applicationsStep)
  }
}
