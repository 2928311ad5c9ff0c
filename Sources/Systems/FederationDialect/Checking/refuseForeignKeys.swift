internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import PeerMeshes
internal import YAMLReading

/// Refuses what is for the clusters of one mesh, and what this release of the compiler cannot plan.
func refuseForeignKeys(_ topology: Topology, _ log: inout FindingLog) {
  for key in keysOfOneMesh(topology) + topology.clusters.flatMap({ keysOfOneMesh($0, topology) }) {
    log.report(.keyOfOneMesh(key.what, at: key.place, help: key.help))
  }
  for key in keysNotPlanned(topology) {
    log.report(.notSupportedYet("\(key.what) in this mode", at: key.place))
  }
  checkOperator(topology, &log)
}

private typealias ForeignKey = (what: String, place: SourceRange, help: String)

private func keysOfOneMesh(_ topology: Topology) -> [ForeignKey] {
  let mesh = topology.mesh
  let plane = topology.controlPlane
  let own = "say it of each mesh, under `meshes`"
  let keys: [ForeignKey?] = [
    (mesh?.id?.range ?? mesh?.trustDomain?.range ?? mesh?.mutualTLS?.range).map { ("`mesh`", $0, own) },
    topology.networks.first.map { ("`networks`", $0.range, "remove it: meshes reach each other by gateways alone") },
    topology.namespaces.first.map { ("`namespaces`", $0.name.range, "list them as `members` of their meshes") },
    topology.remoteAccess.map { ("`remoteAccess`", $0.range, "remove it: no control plane reads another cluster") },
    topology.verification?.namespace.map { ("`verification`", $0.range, "remove it: statuses are what is looked at") },
    plane?.namespace.map { ("`controlPlane.namespace`", $0.range, own) },
    plane?.revision.map { ("a `revision`", $0.range, "remove it: control planes are called as their meshes are") },
    plane?.revisionTags.first.map { ("`revisionTags`", $0.range, "remove them") },
  ]
  return keys.compactMap { $0 }
}

private func keysOfOneMesh(_ cluster: Cluster, _ topology: Topology) -> [ForeignKey] {
  let keys: [ForeignKey?] = [
    cluster.network.map { ("`network`", $0.range, "remove it: meshes reach each other by gateways alone") },
    cluster.role.map { ("`role`", $0.range, "remove it: each mesh has a control plane") },
    cluster.primary.map { ("`primary`", $0.range, "remove it: each mesh has a control plane") },
    cluster.certificateAuthority.map { _ in
      ("`certificateAuthority`", cluster.place, "say it of each mesh, under `meshes`")
    },
    topology.migration == nil
      ? cluster.gateway.map { ("`gateway`", $0.place, "say it as `meshes[].ingress`") } : nil,
    cluster.certificateAuthorityData.map { ("`certificateAuthorityData`", $0.range, "remove it") },
    cluster.tlsServerName.map { ("`tlsServerName`", $0.range, "remove it") },
  ]
  return keys.compactMap { $0 }
}

private func keysNotPlanned(_ topology: Topology) -> [(what: String, place: SourceRange)] {
  let plane = topology.controlPlane
  let keys: [(what: String, place: SourceRange)?] = [
    topology.values.map { ("values of one's own", $0.place) },
    plane?.dataPlane.flatMap { $0.value == .ambient ? ("`dataPlane: ambient`", $0.range) : nil },
    plane?.updateStrategy.map { ("`updateStrategy`", $0.range) },
  ]
  let clusters = topology.clusters.flatMap { cluster -> [(what: String, place: SourceRange)?] in
    [
      cluster.values.map { ("values of one's own", $0.place) },
      cluster.operator.map { ("an operator of one cluster alone", $0.key.range) },
      topology.hasPlannedAuthority(in: cluster) ? nil : cluster.location.map { ("`location`", $0.range) },
    ]
  }
  return (keys + clusters).compactMap { $0 }
}

extension Values {
  fileprivate var place: SourceRange { mapping.entries.first?.key.range ?? mapping.range }
}

/// OLM installs the operator, or it is there before.
private func checkOperator(_ topology: Topology, _ log: inout FindingLog) {
  guard let entry = topology.distribution?.operator else { return }
  if case .mapping = entry.value {
    return log.report(.notSupportedYet("a subscription of one's own in this mode", at: entry.value.range))
  }
  var fields = MappingReader(.init(entries: [entry], range: entry.value.range), path: "distribution", log: log)
  let _: Located<OperatorDelivery>? = fields.optional("operator")
  log = fields.log
}

private enum OperatorDelivery: String, Choice {
  case preinstalled
}
