internal import Diagnostics
internal import Manifests
internal import MeshModel
internal import MeshNames
internal import PeerMeshes
internal import YAMLWriting

/// A service that a mesh has under one of its own names, and where else there is more of it.
struct SharedService: Sendable {
  let mesh: CheckedMesh
  let name: ServiceName
  let namespace: NamespaceName
  /// The regions of the peers that it is imported from.
  let regions: [String]

  var failover: Resource {
    Failover(
      name: name, namespace: namespace, clusterDomain: mesh.clusterDomain, controlPlane: mesh.namespace,
      members: mesh.members, ownRegion: mesh.region,
      regions: regions, apiVersion: "v1beta1", labels: mesh.labels
    ).resource
  }
}

extension FederatedCluster {
  /// The services that can fail over: local names that peers in another place stand behind, too.
  var sharedServices: [SharedService] {
    meshes.flatMap { mesh in
      var regions: [(name: ServiceName, namespace: NamespaceName, regions: [String])] = []
      for imported in peerings(of: mesh).compactMap(\.imported) {
        guard let region = imported.locality?.region.value.description else { continue }
        for rule in imported.rules where rule.isImportedAsLocal {
          guard let name = rule.localName, let namespace = rule.localNamespace else { continue }
          if let known = regions.firstIndex(where: { $0.name == name && $0.namespace == namespace }) {
            regions[known].regions.append(region)
          } else {
            regions.append((name, namespace, [region]))
          }
        }
      }
      return regions.map { SharedService(mesh: mesh, name: $0.name, namespace: $0.namespace, regions: $0.regions) }
    }
  }
}
