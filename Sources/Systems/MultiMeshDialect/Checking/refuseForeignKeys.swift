internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import PeerMeshes

/// Refuses what is for the clusters of one mesh, and what this release of the compiler cannot plan.
func refuseForeignKeys(_ topology: Topology, _ log: inout FindingLog) {
  for key in keysOfOneMesh(topology) + topology.clusters.flatMap({ keysOfOneMesh($0, topology) }) {
    log.report(.keyOfOneMesh(key.what, at: key.place, help: key.help))
  }
  for key in keysNotPlanned(topology) + topology.clusters.flatMap(keysNotPlanned) {
    log.report(.notSupportedYet("\(key.what) of several meshes", at: key.place, help: key.help))
  }
}

private typealias ForeignKey = (what: String, place: SourceRange, help: String)

private func keysOfOneMesh(_ topology: Topology) -> [ForeignKey] {
  let mesh = topology.mesh
  let own = "say it of each mesh, under `meshes`"
  let keys: [ForeignKey?] = [
    (mesh?.id?.range ?? mesh?.trustDomain?.range).map { ("`mesh`", $0, own) },
    topology.networks.first.map { ("`networks`", $0.range, "remove it: each mesh is a network of its own") },
    topology.namespaces.first.map { ("`namespaces`", $0.name.range, "list them as `members` of their meshes") },
    topology.remoteAccess.map { ("`remoteAccess`", $0.range, "remove it: no control plane reads another cluster") },
    topology.verification?.namespace.map { ("`verification`", $0.range, "remove it: there is no sample workload") },
    topology.controlPlane?.namespace.map { ("`controlPlane.namespace`", $0.range, own) },
  ]
  return keys.compactMap { $0 }
}

private func keysOfOneMesh(_ cluster: Cluster, _ topology: Topology) -> [ForeignKey] {
  let unread = "remove it: no control plane reads another cluster"
  let keys: [ForeignKey?] = [
    cluster.network.map { ("`network`", $0.range, "remove it: each mesh is a network of its own") },
    cluster.certificateAuthorityData.map { ("`certificateAuthorityData`", $0.range, unread) },
    cluster.tlsServerName.map { ("`tlsServerName`", $0.range, unread) },
    topology.hasPlannedAuthority(in: cluster)
      ? nil : cluster.location.map { ("`location`", $0.range, "remove it: nothing is issued for the cluster") },
  ]
  return keys.compactMap { $0 }
}

private func keysNotPlanned(_ topology: Topology) -> [ForeignKey] {
  let plane = topology.controlPlane
  let remove = "remove it, if the meshes can do without"
  let keys: [ForeignKey?] = [
    topology.certificateAuthority?.rotation.map { ("a `rotation`", $0.range, remove) },
    plane?.dataPlane.flatMap { $0.value == .ambient ? ("`dataPlane: ambient`", $0.range, "use `sidecar`") : nil },
    topology.mesh?.mutualTLS.map { ("`mutualTLS`", $0.range, "write a PeerAuthentication for each mesh") },
    plane?.revisionTags.first.map { ("`revisionTags`", $0.range, remove) },
  ]
  let ingresses = topology.meshes.compactMap(\.ingress).map { ingress -> ForeignKey in
    ("`ingress`", ingress.place, "remove it: peers come in by the cluster's `gateway`, which is one for all of them")
  }
  return keys.compactMap { $0 } + ingresses
}

private func keysNotPlanned(_ cluster: Cluster) -> [ForeignKey] {
  let made =
    "Istio makes the gateway's Deployment and Service from a `Gateway` of Gateway API, and passes annotations on"
  let keys: [ForeignKey?] = [
    cluster.certificateAuthority.map { _ in
      ("`certificateAuthority`", cluster.place, "say it of the mesh, under `meshes`")
    },
    cluster.gateway?.kind.flatMap { $0.value == .deployment ? ("`kind: deployment`", $0.range, made) : nil },
    // Where the kind is said, this was reported already.
    cluster.gateway.flatMap { gateway in
      gateway.kind?.value == .gatewayAPI
        ? nil : gateway.placeOfDeploymentSettings.map { ("this setting of the gateways", $0, made) }
    },
  ]
  return keys.compactMap { $0 }
}
