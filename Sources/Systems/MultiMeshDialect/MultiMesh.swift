package import Diagnostics
internal import Istio
internal import ManualDiscovery
package import MeshModel
internal import PeerMeshes
package import Planning
internal import SailOperator

/// Several meshes by the Sail operator, each with a control plane that sees its own cluster alone, which share services
/// that are made known to each other by hand.
package struct MultiMesh: Dialect {
  package let distribution = Distribution.Name.sail
  package let modes: [ControlPlane.Mode] = [.multiPrimary]
  package let keys: Set<ModeKey> = [.meshes, .peers, .exports, .imports, .workload, .targetPort, .migration, .hub]

  package init() {}

  package var findingCodes: [FindingCode] {
    [.liveRoot, .idleGateway, .unnamedRevision] + PeerFindings.codes + DiscoveryFindings.codes + SailFindings.codes
      + IstioFindings.codes
  }

  package func check(_ topology: Topology, into log: inout FindingLog) -> MultiMeshOptions? {
    // Whoever updates one mesh has the others to keep in touch with: the old control plane stays until the new one works.
    let sail = SailOptions(reading: topology, into: &log, standard: .revisionBased)
    sail.map { sail in
      checkVersion(topology, sail, &log)
      checkRevision(topology, sail, &log)
      checkStage(topology, sail, &log)
    }
    refuseForeignKeys(topology, &log)
    checkIstio(topology, sail?.istio, reserved: [:], &log)
    checkMeshes(topology, &log)
    checkMembers(topology, &log)
    checkReserved(topology, &log)
    checkPeers(topology, &log)
    checkExports(topology, &log)
    checkImports(topology, &log, waits: false)
    checkDiscovery(topology, &log)
    checkCertificates(topology, &log)
    checkRoots(topology, &log)
    checkGateways(topology, &log)
    return sail.map { MultiMeshOptions(topology, $0) }
  }

  package func plan(_ topology: CheckedTopology, _ options: MultiMeshOptions) -> Plan {
    let meshes = topology.clusters.compactMap { InstalledMesh($0, partOf: topology.mesh.id, options) }
    return Plan(
      topology: topology.name, mesh: topology.mesh.id,
      summary: "Istio \(options.sail.istio.build) by the Sail operator, \(meshes.count) meshes that share services",
      clusters: meshes.map(\.plannedCluster), steps: steps(of: meshes), bindings: meshes.flatMap(\.bindings),
      certificates: meshes.compactMap { $0.certificatePlan(among: topology.clusters) },
      verifications: meshes.map(\.verification), removal: removal(of: meshes),
      slots: meshes.flatMap(\.valuesSlots), counterparts: counterparts(of: meshes), meshes: meshes.map(\.plannedMesh))
  }

  /// Each phase in all clusters before the next in any: what a mesh needs of its peers is there when it is asked for.
  private func steps(of meshes: [InstalledMesh]) -> [Step] {
    let installation =
      meshes.map(\.namespacesStep) + meshes.compactMap { $0.certificates?.ceremony() }
      + meshes.compactMap(\.trustStep) + meshes.map(\.operatorStep)
      + meshes.compactMap(\.gatewayAPIStep) + meshes.map(\.controlPlaneStep)
      + meshes.compactMap { $0.rootsStep(among: meshes) }
      + meshes.compactMap(\.oldMeshStep) + meshes.compactMap(\.membersStep) + meshes.compactMap(\.restartStep)
      + meshes.compactMap(\.renewalStep)
    let joining =
      meshes.compactMap(\.handOverStep) + meshes.compactMap(\.gatewayStep) + meshes.compactMap(\.remoteGatewaysStep)
    let sharing =
      meshes.flatMap(\.exposureSteps) + meshes.flatMap { $0.discoverySteps(among: meshes) }
      + meshes.compactMap(\.failoverStep)
    return installation + joining + sharing
  }
}
