package import Diagnostics
package import MeshModel
internal import MeshNames
internal import YAMLReading

/// Refuses what the language has, and these modes of Istio do not, so that nothing is left out in silence.
package func refuseForeignKeys(_ topology: Topology, remoteAccess allowsRemoteAccess: Bool, _ log: inout FindingLog) {
  for (what, place) in foreignKeys(of: topology) + topology.clusters.flatMap(foreignKeys) {
    log.report(.notSupportedYet("\(what) in this mode", at: place))
  }
  if let access = topology.remoteAccess, !(allowsRemoteAccess && access.value.isByToken) {
    log.report(.notSupportedYet("this `remoteAccess` in this mode", at: access.range))
  }
}

private typealias ForeignKey = (what: String, place: SourceRange)

private func foreignKeys(of topology: Topology) -> [ForeignKey] {
  let plane = topology.controlPlane
  let keys: [ForeignKey?] = [
    plane?.dataPlane.flatMap { $0.value == .ambient ? ("`dataPlane: ambient`", $0.range) : nil },
    plane?.updateStrategy.flatMap { $0.value == .revisionBased ? ("`updateStrategy: RevisionBased`", $0.range) : nil },
    plane?.revision.map { ("a `revision`", $0.range) },
    plane?.revisionTags.first.map { ("`revisionTags`", $0.range) },
    topology.mesh?.mutualTLS.map { ("`mesh.mutualTLS`", $0.range) },
    topology.distribution?.operator.map { ("an operator", $0.key.range) },
    topology.values.map { ("values of one's own", $0.place) },
    topology.deliveryByOthers.map { ("this `delivery`", $0.range) },
    topology.certificateAuthority?.bundle.map { ("`bundle`", $0.place) },
    topology.certificateAuthority?.revocation.flatMap {
      $0.mode.value == .crl ? ("`revocation: {mode: crl}`", $0.mode.range) : nil
    },
    topology.certificateAuthority?.rotation.map { ("`rotation`", $0.range) },
  ]
  let namespaces = topology.namespaces.flatMap { namespace -> [ForeignKey?] in
    [
      namespace.dataPlane.map { ("a namespace's `dataPlane`", $0.range) },
      namespace.revision.map { ("a namespace's `revision`", $0.range) },
    ]
  }
  return (keys + namespaces).compactMap { $0 }
}

private func foreignKeys(of cluster: Cluster) -> [ForeignKey] {
  let service = cluster.gateway?.service
  let keys: [ForeignKey?] = [
    cluster.operator.map { ("an operator", $0.key.range) },
    cluster.values.map { ("values of one's own", $0.place) },
    cluster.certificateAuthorityData.map { ("`certificateAuthorityData`", $0.range) },
    cluster.tlsServerName.map { ("`tlsServerName`", $0.range) },
    cluster.certificateAuthority?.rotation.map { ("`rotation`", $0.range) },
    cluster.gateway?.kind.map { ("a gateway's `kind`", $0.range) },
    cluster.gateway?.placeOfPodSettings.map { ("what a gateway's pods are given", $0) },
    service?.type.flatMap { $0.value == .clusterIP ? ("`type: ClusterIP`", $0.range) : nil },
    service?.loadBalancerClass.map { ("`loadBalancerClass`", $0.range) },
    service?.externalIPs.first.map { ("`externalIPs`", $0.range) },
    service?.nodeSelector.first.map { ("`nodeSelector`", $0.key.range) },
    service?.externalTrafficPolicy.map { ("`externalTrafficPolicy`", $0.range) },
  ]
  return keys.compactMap { $0 }
}

extension Values {
  fileprivate var place: SourceRange { mapping.entries.first?.key.range ?? mapping.range }
}

extension RemoteAccess {
  /// Whether a person, or a step with kubectl alone, hands a token over, in a Secret.
  fileprivate var isByToken: Bool {
    switch credentials {
    case .manual, .tokenSecret: !isInFiles
    case .externalSecrets, .exec: false
    }
  }
}
