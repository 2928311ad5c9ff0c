internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import PeerMeshes
internal import YAMLReading

/// The meshes of a federation and who is whose peer.
package struct FederationOptions: Sendable {
  let release: MaistraRelease
  let meshes: [CheckedMesh]
  /// Both sides of every pair, in the order of the meshes.
  let peerings: [Peering]
  /// Whether the operator is there before.
  let isPreinstalled: Bool
  /// How far the meshes are on their way to OpenShift Service Mesh 3.
  let stage: Migration.Stage?
  /// What is taken and given without federation.
  let services: MigratingServices?

  /// Reads the release; the rest follows from what was checked.
  init?(_ topology: Topology, release: MaistraRelease?, isPreinstalled: Bool) {
    guard let release else { return nil }
    let meshes = topology.meshes.enumerated().compactMap { CheckedMesh($1, index: $0, in: topology) }
    let peers = topology.peersByMesh
    self.release = release
    self.meshes = meshes
    self.isPreinstalled = isPreinstalled
    stage = topology.migration?.stage?.value
    services = MigratingServices(of: topology)
    peerings = meshes.flatMap { mesh in
      meshes.filter { peers[mesh.name]?.contains($0.name) ?? false }.map { topology.peering(of: mesh, with: $0) }
    }
  }
}

extension Topology {
  fileprivate func peering(of mesh: CheckedMesh, with peer: CheckedMesh) -> Peering {
    Peering(
      mesh: mesh, peer: peer, exported: rules(from: mesh.name, to: peer.name),
      imported: imports.first { $0.into.value == mesh.name && $0.from.value == peer.name })
  }
}
