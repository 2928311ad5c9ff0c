internal import Diagnostics
internal import MeshModel
internal import MeshNames

/// Every mesh has a name, a trust domain and, in its cluster, a namespace of its own.
func checkMeshes(_ topology: Topology, _ log: inout FindingLog) {
  if topology.meshes.count == 1, let only = topology.meshes.first { log.report(.singleMesh(only)) }
  forEachRepetition(of: topology.meshes.compactMap(\.name)) { log.report(.duplicateMesh($0, first: $1)) }
  checkClusters(topology, &log)
  checkTrustDomains(topology, &log)
  checkSystemNamespaces(topology, &log)
}

private func checkClusters(_ topology: Topology, _ log: inout FindingLog) {
  for mesh in topology.meshes {
    guard let cluster = mesh.cluster, topology.cluster(of: mesh) == nil else { continue }
    log.report(.meshElsewhere(cluster, of: mesh, topology.clusters))
  }
  // Where a mesh's cluster is not known, it may be the one that seems to be idle.
  guard topology.meshes.allSatisfy({ topology.cluster(of: $0) != nil }), !topology.meshes.isEmpty else { return }
  let used = Set(topology.meshes.compactMap(\.cluster).map(\.value))
  for cluster in topology.clusters {
    if let name = cluster.name, !used.contains(name.value) { log.report(.idleCluster(cluster)) }
  }
}

private func checkTrustDomains(_ topology: Topology, _ log: inout FindingLog) {
  for mesh in topology.meshes {
    if let domain = mesh.trustDomain, domain.value == .clusterLocal {
      log.report(.defaultTrustDomain(domain, of: mesh))
    }
  }
  let domains = topology.meshes.compactMap { mesh in
    mesh.effectiveTrustDomain.map { Located($0, at: mesh.trustDomain?.range ?? mesh.place) }
  }
  // Meshes of one name are told of already.
  guard Set(topology.meshes.compactMap(\.name).map(\.value)).count == topology.meshes.count else { return }
  forEachRepetition(of: domains.filter { $0.value != .clusterLocal }) { log.report(.sharedTrustDomain($0, first: $1)) }
}

private func checkSystemNamespaces(_ topology: Topology, _ log: inout FindingLog) {
  for (_, meshes) in topology.meshesByCluster {
    forEachRepetition(of: meshes.compactMap(\.systemNamespace)) { log.report(.sharedSystemNamespace($0, first: $1)) }
  }
  for mesh in topology.meshes {
    if let namespace = mesh.namespace, namespace.value.isOfPlatform {
      log.report(.platformsNamespace(namespace, of: mesh))
    }
  }
}

extension FederatedMesh {
  /// The namespace of its control plane, where the topology says it, or would.
  var systemNamespace: Located<NamespaceName>? {
    controlPlaneNamespace.map { Located($0, at: namespace?.range ?? place) }
  }
}

extension NamespaceName {
  /// Whether the operator leaves the namespace out (maistra/istio-operator, pkg/controller/common/util.go).
  var isOfPlatform: Bool {
    ["kube", "openshift", "ibm-"].contains { description.hasPrefix($0) }
  }
}

extension Topology {
  /// The meshes of each cluster, in the order of the topology.
  var meshesByCluster: [(cluster: ClusterName, meshes: [FederatedMesh])] {
    clusters.compactMap { cluster in
      cluster.name.map { name in (name.value, meshes.filter { $0.cluster?.value == name.value }) }
    }
  }
}
