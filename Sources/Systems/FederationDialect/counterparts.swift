internal import MeshNames
internal import Planning

/// What stands for each resource, field and command of the published set-up (OpenShift documentation, service_mesh/v2x,
/// "Joining a federated mesh").
func counterparts(of clusters: [FederatedCluster]) -> [Counterpart] {
  guard let peering = clusters.flatMap(\.peerings).first else { return [] }
  let way = migrationCounterparts(of: clusters)
  guard clusters.allSatisfy(\.isFederating) else { return way }
  return way + prerequisites(clusters) + peerResources(clusters) + fields(of: peering, clusters)
    + commands(peering, clusters)
    + statuses(peering) + logs(peering)
}

private func prerequisites(_ clusters: [FederatedCluster]) -> [Counterpart] {
  let isBalanced = clusters.contains { !$0.loadBalanced.isEmpty }
  return [
    Counterpart(
      "OpenShift 4.6 or later, with cluster-admin", clusters.map(\.namespacesStep.id),
      "the contexts of the clusters are an administrator's"),
    Counterpart(
      "clusters that are networked, load balancers that pass raw TLS on", clusters.compactMap(\.gatewaysStep?.id),
      isBalanced
        ? "annotations of load balancers that end TLS are refused" : "no gateway has a load balancer"),
    Counterpart("ServiceMeshControlPlane, version 2.1 or later", clusters.map { $0.step(.controlPlane) }),
  ]
}

/// One row for each ServiceMeshPeer.
private func peerResources(_ clusters: [FederatedCluster]) -> [Counterpart] {
  clusters.flatMap { cluster in
    cluster.peerings.map { peering in
      Counterpart(
        "in \(peering.mesh.namespace), create a ServiceMeshPeer for \(peering.peer.name)", [cluster.step(.peers)],
        "`clusters/\(cluster.name)/\(Phase.peers.folder)`")
    }
  }
}

private func fields(of peering: Peering, _ clusters: [FederatedCluster]) -> [Counterpart] {
  let steps = clusters.compactMap { $0.peersStep(among: clusters)?.id }
  func field(_ name: String, _ remark: String) -> Counterpart { Counterpart(name, steps, remark) }
  return [
    field("metadata.name", "the peer's `meshes[].name`: `\(peering.peer.name)`"),
    field("metadata.namespace", "the mesh's `meshes[].namespace`: `\(peering.mesh.namespace)`"),
    field("spec.remote.addresses", "from the peer's `meshes[].ingress`, or read under Open bindings"),
    field("spec.remote.discoveryPort", "8188, or the node port for `discovery`"),
    field("spec.remote.servicePort", "15443, or the node port for `tls`"),
    field("spec.gateways.ingress.name", "`\(peering.ingress.name)`, for this peer alone"),
    field("spec.gateways.egress.name", "`\(peering.egressName)`, for this peer alone"),
    field("spec.security.trustDomain", "the peer's `meshes[].trustDomain`: `\(peering.peer.trustDomain)`"),
    field("spec.security.clientID", "derived: `\(peering.clientID)`"),
    field(
      "spec.security.certificateChain", "the ConfigMap `\(peering.rootName)` with `root-cert.pem`, in the same folder"),
  ]
}

private func commands(_ peering: Peering, _ clusters: [FederatedCluster]) -> [Counterpart] {
  let steps = clusters.compactMap { $0.peersStep(among: clusters)?.id }
  return [
    Counterpart("oc login --username=… https://HOSTNAME:6443", [], "the kubeconfig context of each command"),
    Counterpart("oc project \(peering.mesh.namespace)", [], "every object names its namespace"),
    Counterpart("create a file servicemeshpeer.yaml", steps, "`servicemeshpeer-\(peering.peer.name).yaml`, say"),
    Counterpart("oc create -n \(peering.mesh.namespace) -f servicemeshpeer.yaml", steps),
    Counterpart(
      "oc -n \(peering.mesh.namespace) get servicemeshpeer \(peering.peer.name) -o yaml",
      clusters.compactMap { $0.connectionStep(among: clusters)?.id }, "the gates, and `verify/NAME/status.json`"),
  ]
}

private func statuses(_ peering: Peering) -> [Counterpart] {
  func status(_ field: String) -> Counterpart {
    Counterpart("status.discoveryStatus.\(field)", [], "a check in `verify/\(peering.mesh.cluster)/status.json`")
  }
  return [
    status("active[].remotes[].connected"), status("active[].watch.connected"), status("active[].watch.lastFullSync"),
    status("inactive[].watch.lastDisconnectStatus"),
    Counterpart(
      "the same in \(peering.peer.namespace), for \(peering.mesh.name)", [],
      "`verify/\(peering.peer.cluster)/status.json`"),
  ]
}

private func logs(_ peering: Peering) -> [Counterpart] {
  [
    (peering.mesh, "istiod-\(peering.mesh.name)"), (peering.mesh, peering.egressName),
    (peering.peer, peering.remoteIngress.name),
  ].map { mesh, name in
    Counterpart(
      "log of \(name) in \(mesh.namespace)", [],
      "`\(mesh.kubectl("logs", "deployment/\(name)").shellLine)`, under `logs` in `verify/\(peering.mesh.cluster)/status.json`"
    )
  }
}
