package import Diagnostics
internal import Istio
package import MeshModel
package import Planning
package import SailOperator

/// Istio by the Sail operator, which is also OpenShift Service Mesh 3.
package struct Sail: Dialect {
  package let distribution = Distribution.Name.sail
  package let modes: [ControlPlane.Mode] = [.multiPrimary, .primaryRemote, .external]

  package let keys: Set<ModeKey> = [
    .hub, .sharing, .acrossNetworks, .waypoint, .gatewayNamespace, .gatewayPort, .seenFrom, .ipFamilyPolicy,
    .ipFamilies, .networkPolicies,
  ]

  package init() {}

  package var findingCodes: [FindingCode] {
    SailFindings.codes + IstioFindings.codes
  }

  package func check(_ topology: Topology, into log: inout FindingLog) -> SailOptions? {
    let options = SailOptions(reading: topology, into: &log)
    options.map { options in
      checkVersion(topology, options, &log)
      checkRevision(topology, options, &log)
    }
    checkIstio(
      topology, options?.istio,
      reserved: [
        Operator.cniNamespace: "the CNI plug-in", SailInstallation.ztunnelNamespace: "the ambient proxies",
        "sail-operator": "the operator",
      ], &log)
    return options
  }

  package func plan(_ topology: CheckedTopology, _ options: SailOptions) -> Plan {
    let clusters = ClusterScope.all(of: topology, options.istio).map { SailInstallation(in: $0, options) }
    let installer = "the Sail operator"
    return ExternalMesh(clusters)?.plan(installedBy: installer)
      ?? Plan(of: topology, installedBy: installer, clusters)
  }
}
