internal import Certificates
package import Diagnostics
internal import Istio
internal import LegacyIstio
package import MeshModel
internal import MeshNames
package import Planning

/// A control plane in each cluster that sees its own cluster alone, joined by gateways and `.global` names.
package struct Replicated: Dialect {
  package let distribution = Distribution.Name.istio
  package let modes: [ControlPlane.Mode] = [.replicated]
  package let keys: Set<ModeKey> = [.services, .routes, .subsets, .global, .dns, .kubernetes]

  package init() {}

  package var findingCodes: [FindingCode] {
    [
      .unmaintainedRelease, .unsupportedReplication, .unusableAddress, .addressInUse, .sharedAddress, .routableAddress,
      .noDNS, .dnsAddress, .gatewayInside, .udpImport, .routeWithoutHTTP, .experimentalNames, .multiPrimaryWouldDo,
      .keyOfOtherRelease, .unknownNodePort,
    ]
  }

  package func check(_ topology: Topology, into log: inout FindingLog) -> ReplicatedOptions? {
    refuseForeignKeys(topology, remoteAccess: false, &log)
    guard let version = LegacyRelease.read(topology, into: &log) else { return nil }
    checkVersion(version, &log)
    LegacyFindings.check(topology, version, &log)
    checkToday(topology, version, &log)
    checkGlobalAddresses(topology, version, &log)
    checkSharedAddresses(topology, version.value, &log)
    if version.value < LegacyRelease.today { checkDNS(topology, &log) }
    checkGateways(topology, &log)
    checkNodePorts(topology, version.value, &log)
    checkProtocols(topology, &log)
    return ReplicatedOptions(version: version.value)
  }

  package func plan(_ topology: CheckedTopology, _ options: ReplicatedOptions) -> Plan {
    let clusters = topology.clusters.indices.map { LegacyCluster(topology, options.version, index: $0) }
    return Plan(
      topology: topology.name, mesh: topology.mesh.id,
      summary: "Istio \(options.version), a control plane of its own in every cluster, joined by gateways",
      clusters: clusters.map(\.plannedCluster), steps: steps(of: clusters),
      bindings: clusters.flatMap(\.bindings),
      certificates: [planCertificates(for: topology, in: topology.clusters)],
      verifications: clusters.map(\.verification), removal: removal(of: clusters),
      counterparts: counterparts(of: clusters))
  }

  /// The order of the phases, and within a phase that of the topology.
  private func steps(of clusters: [LegacyCluster]) -> [Step] {
    guard let version = clusters.first?.version else { return [] }
    let installation = clusters.map(\.namespacesStep) + [LegacyCluster.ceremonyStep] + clusters.map(\.certificatesStep)
    let controlPlanes =
      [LegacyCluster.releaseStep(version)] + clusters.compactMap(\.kindsStep) + clusters.map(\.controlPlaneStep)
    let names = clusters.compactMap(\.nameServerStep) + clusters.compactMap(\.clusterDNSStep)
    return installation + controlPlanes + clusters.map(\.gatewayStep) + clusters.map(\.exposureStep) + names
      + clusters.compactMap { $0.trafficStep(in: clusters) }
  }
}

/// What the dialect reads of a topology beyond what all dialects do.
package struct ReplicatedOptions: Sendable {
  let version: Version
}
