internal import Diagnostics
package import Manifests
internal import MeshModel
internal import MeshNames
internal import PeerMeshes

extension ManualDiscovery {
  /// What makes services with local names fail over to the place that their importer says they are in.
  package func failovers(of mesh: DiscoveryMesh) -> [Resource] {
    imported(into: mesh.name).filter(\.isLocal).compactMap { service in
      let regions = service.sources.compactMap { $0.locality?.region.value.description }
      guard !regions.isEmpty else { return nil }
      return Failover(
        name: service.name, namespace: service.namespace, clusterDomain: mesh.clusterDomain,
        controlPlane: mesh.namespace, members: mesh.members, ownRegion: mesh.region, regions: regions,
        apiVersion: apiVersion, labels: mesh.labels
      ).resource
    }
  }
}
