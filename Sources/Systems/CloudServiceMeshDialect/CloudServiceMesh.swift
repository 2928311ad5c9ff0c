internal import Certificates
package import Diagnostics
internal import Istio
package import MeshModel
internal import MeshNames
package import Planning

/// Cloud Service Mesh outside of Google Cloud: clusters of one fleet, in each of which asmcli installs a control plane.
package struct CloudServiceMesh: Dialect {
  package let distribution = Distribution.Name.cloudServiceMesh
  package let modes: [ControlPlane.Mode] = [.multiPrimary]
  package let keys: Set<ModeKey> = [.fleet, .gatewayNamespace, .ipFamilyPolicy, .ipFamilies]

  package init() {}

  package var findingCodes: [FindingCode] {
    [
      .noFleet, .unplannedPackage, .endedPackage, .anotherMeshID, .anotherTrustDomain, .longClusterID,
      .unusableContext, .authorityNotOffered, .misplacedPool, .unusedAuthority, .keysForOpenSSL, .insideGoogleCloud,
      .endingPlatform, .certificateProvider, .unreachedPods, .managedRevision, .revisionOfAnotherPackage,
      .addressOfKubeconfig, .privateAPIServer,
    ] + IstioFindings.codes
  }

  package func check(_ topology: Topology, into log: inout FindingLog) -> FleetOptions? {
    refuseForeignSettings(topology, &log)
    checkFleet(topology, &log)
    checkIdentity(topology, &log)
    checkAuthority(topology, &log)
    checkContexts(topology, &log)
    checkPlatforms(topology, &log)
    checkReach(topology, &log)
    checkAPIServers(topology, &log)
    let release = readRelease(topology, into: &log)
    let options = release.flatMap { FleetOptions(topology, $0.value) }
    if let release {
      checkRelease(release, &log)
      checkRevision(topology, release, &log)
      checkCertificateProvider(topology, release.value, &log)
    }
    checkIstio(topology, options?.istio, reserved: ["asm-system": "what asmcli installs beside istiod"], &log)
    return options
  }

  package func plan(_ topology: CheckedTopology, _ options: FleetOptions) -> Plan {
    let certificates = options.authority.isIstiod ? planCertificates(for: topology, in: topology.clusters) : nil
    let members = FleetMember.all(of: topology, options, certificates)
    let scopes = members.map(\.scope)
    return Plan(
      topology: topology.name, mesh: topology.mesh.id,
      summary: "Cloud Service Mesh \(options.release) by asmcli, a control plane in every cluster of the fleet "
        + "`\(options.project)`",
      clusters: scopes.map(\.plannedCluster), steps: steps(of: members),
      bindings: scopes.compactMap(\.gatewayAddressBinding),
      certificates: [certificates].compactMap { $0 },
      verifications: members.map { $0.scope.verification(among: scopes, $0.statusChecks) },
      removal: removal(of: members), counterparts: counterparts(of: members))
  }

  /// The order of the phases, and within a phase that of the topology.
  private func steps(of members: [FleetMember]) -> [Step] {
    guard let first = members.first else { return [] }
    let groundwork = members.map(\.namespacesStep) + first.options.trustSteps + [first.asmcliStep]
    let controlPlanes = members.map(\.registrationStep) + members.map(\.controlPlaneStep)
    let exposure = members.compactMap(\.gatewayStep) + members.compactMap(\.scope.exposureStep)
    return groundwork + controlPlanes + exposure + discoverySteps(of: members) + members.flatMap(\.scope.trafficSteps)
  }
}
