internal import Certificates
package import Diagnostics
internal import LegacyIstio
package import MeshModel
internal import MeshNames
package import Planning

/// One control plane whose remote clusters' pods it reaches, and which they reach, over one flat network.
package struct Shared: Dialect {
  package let distribution = Distribution.Name.istio
  package let modes: [ControlPlane.Mode] = [.shared]
  package let keys: Set<ModeKey> = [.services, .replicateTo, .endpoints, .injection, .kubernetes, .security]

  package init() {}

  package var findingCodes: [FindingCode] {
    [
      .unsupportedSharing, .unstableAddress, .namedPilot, .sharedMixerAddress, .severalNetworks, .secondPrimary,
      .misplacedEndpoints, .hardCodedNamespace, .fixedTrustDomain, .plainThroughGateway, .namespacesByHand,
      .unusedGateway,
    ]
  }

  package func check(_ topology: Topology, into log: inout FindingLog) -> SharedOptions? {
    refuseForeignKeys(topology, remoteAccess: true, &log)
    guard let version = LegacyRelease.read(topology, into: &log) else { return nil }
    checkVersion(topology, version, &log)
    LegacyFindings.check(topology, version, &log)
    checkClusters(topology, &log)
    checkEndpoints(topology, version.value, &log)
    return SharedOptions(version: version.value)
  }

  package func plan(_ topology: CheckedTopology, _ options: SharedOptions) -> Plan {
    let clusters = topology.clusters.indices.map { LegacyCluster(topology, options.version, index: $0) }
    return Plan(
      topology: topology.name, mesh: topology.mesh.id,
      summary:
        "Istio \(options.version), one control plane for all clusters, over a network on which pods reach each other",
      clusters: clusters.map(\.plannedCluster), steps: steps(of: clusters),
      bindings: clusters.filter(\.isPrimary).flatMap(\.endpointBindings),
      certificates: [planCertificates(for: topology, in: topology.clusters)],
      verifications: clusters.map { $0.verification(in: clusters) }, removal: removal(of: clusters),
      counterparts: counterparts(of: clusters))
  }

  /// The order of the phases, and within a phase that of the topology.
  private func steps(of clusters: [LegacyCluster]) -> [Step] {
    guard let version = clusters.first?.version else { return [] }
    let (mains, remotes) = (clusters.filter(\.isPrimary), clusters.filter { !$0.isPrimary })
    let installation = clusters.map(\.namespacesStep) + [LegacyCluster.ceremonyStep] + clusters.map(\.certificatesStep)
    let main =
      [LegacyCluster.releaseStep(version)] + clusters.compactMap(\.sharedKindsStep) + mains.map(\.controlPlaneStep)
      + mains.compactMap(\.addressesStep) + mains.compactMap(\.exposureStep)
    let remote = remotes.map(\.remoteChartStep) + remotes.map(\.remoteStep)
    let reading = remotes.map(\.tokenStep) + remotes.map(\.remoteSecretStep)
    return installation + main + remote + reading + clusters.compactMap(\.servicesStep)
      + clusters.compactMap(\.injectionStep)
  }
}

/// What the dialect reads of a topology beyond what all dialects do.
package struct SharedOptions: Sendable {
  let version: Version
}
