internal import Certificates
package import Diagnostics
package import MeshModel
package import Planning

/// Istio by the Sail operator, which is also OpenShift Service Mesh 3.
package struct Sail: Dialect {
  package let distribution = Distribution.Name.sail

  package init() {}

  package var findingCodes: [FindingCode] {
    [.unsupportedVersion, .endOfLife, .notInServiceMesh, .operatorCannotInstall, .sharedNamespace]
  }

  package func check(_ topology: Topology, into log: inout FindingLog) -> SailOptions? {
    checkMode(topology, &log)
    checkNamespaces(topology, &log)
    let options = SailOptions(reading: topology, into: &log)
    options.map { checkVersion(topology, $0, &log) }
    return options
  }

  package func plan(_ topology: CheckedTopology, _ options: SailOptions) -> Plan {
    let scopes = topology.clusters.indices.map { ClusterScope(topology, options, index: $0) }
    return Plan(
      topology: topology.name, mesh: topology.mesh.id,
      summary: "Istio \(options.version) by the Sail operator, a control plane in every cluster",
      clusters: scopes.map(\.plannedCluster),
      steps: steps(of: scopes),
      bindings: scopes.compactMap(\.gatewayAddressBinding),
      certificates: planCertificates(for: topology, in: topology.clusters),
      verifications: verifications(of: scopes),
      removal: removal(of: scopes))
  }

  /// The order of the phases, and within a phase that of the topology.
  private func steps(of scopes: [ClusterScope]) -> [Step] {
    scopes.map(\.namespacesStep)
      + [ClusterScope.ceremonyStep] + scopes.map(\.certificatesStep)
      + scopes.map(\.operatorStep)
      + scopes.map(\.controlPlaneStep)
      + scopes.compactMap(\.gatewayStep)
      + scopes.compactMap(\.exposureStep)
      + scopes.map(\.readerTokenStep) + remoteSecretSteps(of: scopes)
  }
}
