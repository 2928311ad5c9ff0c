package import Diagnostics
internal import ManualDiscovery
package import MeshModel
internal import MeshNames
internal import PeerMeshes
package import Planning

/// OpenShift Service Mesh 2: several meshes, each with a control plane of its own, that share services.
package struct Federation: Dialect {
  package let distribution = Distribution.Name.maistra
  package let modes: [ControlPlane.Mode] = [.federated]
  package let keys: Set<ModeKey> = [
    .meshes, .peers, .exports, .imports, .migration, .discovery, .workload, .targetPort,
  ]

  package init() {}

  package var findingCodes: [FindingCode] {
    [
      .unsupportedMaistra, .notOpenShift, .sixthVersion, .unreachableIngress, .nodePorts, .misplacedIngress,
      .terminatingBalancer, .severalPorts, .unknownIntermediate, .earlyDiscovery, .leftToFederation, .tooOldToMigrate,
      .gatewayAtNodes, .mergedIdentities, .patchOfOldKind,
    ] + PeerFindings.codes + DiscoveryFindings.codes
  }

  package func check(_ topology: Topology, into log: inout FindingLog) -> FederationOptions? {
    refuseForeignKeys(topology, &log)
    checkMeshes(topology, &log)
    checkMembers(topology, &log)
    checkPlatforms(topology, &log)
    checkPeers(topology, &log)
    checkIngresses(topology, &log)
    checkExports(topology, &log)
    checkPorts(topology, &log)
    checkImports(topology, &log, waits: topology.migration == nil)
    checkMigration(topology, &log)
    let release = readRelease(topology, &log)
    checkCertificates(topology, &log)
    if let release { checkChains(topology, release, &log) }
    return FederationOptions(
      topology, release: release, isPreinstalled: topology.distribution?.operator != nil)
  }

  package func plan(_ topology: CheckedTopology, _ options: FederationOptions) -> Plan {
    let clusters = topology.clusters.map { FederatedCluster($0, options) }
    return Plan(
      topology: topology.name, mesh: topology.mesh.id,
      summary: summary(options),
      clusters: clusters.map(\.plannedCluster), steps: steps(of: clusters),
      bindings: clusters.flatMap(\.bindings) + clusters.flatMap(\.gatewayBindings),
      certificates: options.certificates(in: topology.clusters),
      verifications: clusters.map(\.verification),
      removal: removal(of: clusters), counterparts: counterparts(of: clusters),
      meshes: options.meshes.map { $0.planned(in: options) })
  }

  private func summary(_ options: FederationOptions) -> String {
    let way = options.stage.map { ", at the stage `\($0.rawValue)` of their way to OpenShift Service Mesh 3" } ?? ""
    let verb = options.stage == .leave ? "that federated" : "that federate"
    return "OpenShift Service Mesh \(options.release), \(options.meshes.count) meshes \(verb)\(way)"
  }

  /// Each phase in all clusters before the next in any: what a mesh needs of its peers is there when it is asked for.
  private func steps(of clusters: [FederatedCluster]) -> [Step] {
    let start =
      clusters.map(\.namespacesStep) + clusters.flatMap(\.ceremonySteps) + clusters.compactMap(\.trustStep)
      + clusters.map(\.operatorStep) + clusters.compactMap(\.gatewayAPIStep)
    let leaving =
      clusters.compactMap(\.reachedStep) + clusters.compactMap { $0.importsEndStep(among: clusters) }
      + clusters.compactMap { $0.exportsEndStep(among: clusters) }
    let installation =
      start + leaving + clusters.map { $0.controlPlaneStep(among: clusters) } + clusters.compactMap(\.gatewaysEndStep)
      + clusters.map(\.membersStep) + clusters.flatMap(\.renewalSteps)
      + clusters.compactMap(\.gatewaysStep)
    let peering =
      clusters.compactMap { $0.peersStep(among: clusters) } + clusters.compactMap { $0.connectionStep(among: clusters) }
    let sharing =
      clusters.compactMap(\.exportsStep) + clusters.compactMap(\.liveExposureStep)
      + clusters.compactMap { $0.importsStep(among: clusters) } + clusters.compactMap(\.liveDiscoveryStep)
      + clusters.compactMap(\.restartStep) + clusters.compactMap(\.failoverStep)
    return installation + peering + sharing
  }
}

extension CheckedMesh {
  fileprivate func planned(in options: FederationOptions) -> PlannedMesh {
    PlannedMesh(
      name: name, cluster: cluster, namespace: namespace, trustDomain: trustDomain,
      peers: options.peerings.filter { $0.mesh.name == name }.map(\.peer.name))
  }
}
