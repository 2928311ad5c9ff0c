package import Diagnostics
package import MeshModel
internal import MeshNames
internal import PeerMeshes
package import Planning

/// OpenShift Service Mesh 2: several meshes, each with a control plane of its own, that share services.
package struct Federation: Dialect {
  package let distribution = Distribution.Name.maistra
  package let modes: [ControlPlane.Mode] = [.federated]
  package let keys: Set<ModeKey> = [.meshes, .peers, .exports, .imports]

  package init() {}

  package var findingCodes: [FindingCode] {
    [
      .unsupportedMaistra, .notOpenShift, .sixthVersion, .unreachableIngress, .nodePorts, .misplacedIngress,
      .terminatingBalancer, .severalPorts, .unknownIntermediate,
    ] + PeerFindings.codes
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
    checkImports(topology, &log)
    let release = readRelease(topology, &log)
    checkCertificates(topology, release, &log)
    return FederationOptions(
      topology, release: release, isPreinstalled: topology.distribution?.operator != nil)
  }

  package func plan(_ topology: CheckedTopology, _ options: FederationOptions) -> Plan {
    let clusters = topology.clusters.map { FederatedCluster($0, options) }
    return Plan(
      topology: topology.name, mesh: topology.mesh.id,
      summary: "OpenShift Service Mesh \(options.release), \(options.meshes.count) meshes that federate",
      clusters: clusters.map(\.plannedCluster), steps: steps(of: clusters),
      bindings: clusters.flatMap(\.bindings), certificates: options.certificates(in: topology.clusters),
      verifications: clusters.map(\.verification),
      removal: removal(of: clusters), counterparts: counterparts(of: clusters),
      meshes: options.meshes.map { $0.planned(in: options) })
  }

  /// Each phase in all clusters before the next in any: what a mesh needs of its peers is there when it is asked for.
  private func steps(of clusters: [FederatedCluster]) -> [Step] {
    let installation =
      clusters.map(\.namespacesStep) + clusters.flatMap(\.ceremonySteps) + clusters.compactMap(\.trustStep)
      + clusters.map(\.operatorStep)
      + clusters.map(\.controlPlaneStep)
      + clusters.map(\.membersStep) + clusters.compactMap(\.gatewaysStep)
    let peering =
      clusters.compactMap { $0.peersStep(among: clusters) } + clusters.compactMap { $0.connectionStep(among: clusters) }
    let sharing =
      clusters.compactMap(\.exportsStep) + clusters.compactMap { $0.importsStep(among: clusters) }
      + clusters.compactMap(\.failoverStep)
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
