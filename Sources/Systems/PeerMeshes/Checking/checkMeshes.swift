package import Diagnostics
package import MeshModel
internal import MeshNames

/// Every mesh has a name, a trust domain and, in its cluster, a namespace of its own.
package func checkMeshes(_ topology: Topology, _ log: inout FindingLog) {
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
