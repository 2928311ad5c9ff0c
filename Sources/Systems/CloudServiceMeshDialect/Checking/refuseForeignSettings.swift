internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import YAMLReading

/// Refuses what the language has, and asmcli does not, so that nothing is left out in silence.
func refuseForeignSettings(_ topology: Topology, _ log: inout FindingLog) {
  for (what, place) in foreignSettings(of: topology) + topology.clusters.flatMap(foreignSettings) {
    log.report(.notSupportedYet("\(what) with `cloud-service-mesh`", at: place))
  }
}

private typealias ForeignSetting = (what: String, place: SourceRange)

private func foreignSettings(of topology: Topology) -> [ForeignSetting] {
  let plane = topology.controlPlane
  let settings: [ForeignSetting?] = [
    plane?.dataPlane.flatMap { $0.value == .ambient ? ("`dataPlane: ambient`", $0.range) : nil },
    plane?.updateStrategy.flatMap { $0.value == .inPlace ? ("`updateStrategy: InPlace`", $0.range) : nil },
    plane?.namespace.flatMap { $0.value.description == "istio-system" ? nil : ("another `namespace`", $0.range) },
    plane?.revisionTags.first.map { ("`revisionTags`", $0.range) },
    topology.remoteAccess.flatMap { $0.value.isManual ? nil : ("this `remoteAccess`", $0.range) },
    topology.distribution?.operator.map { ("an operator", $0.key.range) },
    topology.deliveryByOthers.map { ("this `delivery`", $0.range) },
    topology.certificateAuthority?.bundle.map { ("`bundle`", $0.place) },
    topology.certificateAuthority?.revocation.flatMap {
      $0.mode.value == .crl ? ("`revocation: {mode: crl}`", $0.mode.range) : nil
    },
    topology.certificateAuthority?.rotation.map { ("`rotation`", $0.range) },
    topology.values.map { ("values of one's own", $0.place) },
  ]
  return settings.compactMap { $0 }
}

private func foreignSettings(of cluster: Cluster) -> [ForeignSetting] {
  let settings: [ForeignSetting?] = [
    cluster.operator.map { ("an operator", $0.key.range) },
    cluster.certificateAuthority?.rotation.map { ("`rotation`", $0.range) },
    cluster.values.map { ("values of one's own", $0.place) },
    cluster.platform.flatMap { $0.value == .openshift ? ("`platform: openshift`", $0.range) : nil },
    cluster.gateway?.kind.flatMap { $0.value == .gatewayAPI ? ("`kind: gateway-api`", $0.range) : nil },
    cluster.gateway?.service.loadBalancerClass.map { ("`loadBalancerClass`", $0.range) },
  ]
  return settings.compactMap { $0 }
}

extension Values {
  fileprivate var place: SourceRange { mapping.entries.first?.key.range ?? mapping.range }
}
