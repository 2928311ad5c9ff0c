package import Diagnostics
package import Istio
package import MeshModel
package import Planning

/// Upstream Istio by its Helm charts, one release a chart.
package struct Helm: Dialect {
  package let distribution = Distribution.Name.istio
  package let modes: [ControlPlane.Mode] = [.multiPrimary, .primaryRemote, .external]

  package let keys: Set<ModeKey> = [
    .gatewayNamespace, .gatewayPort, .seenFrom, .ipFamilyPolicy, .ipFamilies, .networkPolicies,
  ]

  package init() {}

  package var findingCodes: [FindingCode] {
    [.noSuchRelease, .unmaintainedRelease, .revisionOfAnotherRelease, .noOperator] + IstioFindings.codes
  }

  package func check(_ topology: Topology, into log: inout FindingLog) -> IstioOptions? {
    checkOperators(topology, &log)
    checkGatewayServices(topology, &log)
    let options = IstioOptions(reading: topology, into: &log) { revision(of: $0, topology.controlPlane) }
    options.map { options in
      checkRelease(topology, options.version, &log)
      checkRevision(topology, options, &log)
    }
    checkIstio(topology, options, reserved: [:], &log)
    return options
  }

  package func plan(_ topology: CheckedTopology, _ options: IstioOptions) -> Plan {
    let clusters = ClusterScope.all(of: topology, options).map { HelmInstallation(scope: $0) }
    return ExternalMesh(clusters)?.plan(installedBy: "Helm") ?? Plan(of: topology, installedBy: "Helm", clusters)
  }
}
