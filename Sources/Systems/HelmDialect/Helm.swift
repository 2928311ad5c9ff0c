package import Diagnostics
internal import Istio
package import MeshModel
package import Planning

/// Upstream Istio by its Helm charts, one release a chart.
package struct Helm: Dialect {
  package let distribution = Distribution.Name.istio
  package let modes: [ControlPlane.Mode] = [.multiPrimary, .primaryRemote, .external]

  package let keys: Set<ModeKey> = [
    .charts, .hub, .sharing, .acrossNetworks, .waypoint, .gatewayNamespace, .gatewayPort, .seenFrom, .ipFamilyPolicy,
    .ipFamilies, .networkPolicies,
  ]

  package init() {}

  package var findingCodes: [FindingCode] {
    [.noSuchRelease, .unmaintainedRelease, .revisionOfAnotherRelease, .noOperator, .buildWithoutCharts]
      + IstioFindings.codes
  }

  package func check(_ topology: Topology, into log: inout FindingLog) -> HelmOptions? {
    checkOperators(topology, &log)
    checkGatewayServices(topology, &log)
    let options = IstioOptions(reading: topology, into: &log) { revision(of: $0, topology.controlPlane) }
    options.map { options in
      checkRelease(topology, options.build, &log)
      checkRevision(topology, options, &log)
    }
    checkIstio(topology, options, reserved: [:], &log)
    return options.map { HelmOptions(istio: $0, charts: ChartSource(of: topology, $0)) }
  }

  package func plan(_ topology: CheckedTopology, _ options: HelmOptions) -> Plan {
    let scopes = ClusterScope.all(of: topology, options.istio)
    let clusters = scopes.map { HelmInstallation(scope: $0, charts: options.charts) }
    return ExternalMesh(clusters)?.plan(installedBy: "Helm") ?? Plan(of: topology, installedBy: "Helm", clusters)
  }
}
