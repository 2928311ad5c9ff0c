internal import Certificates
internal import MeshModel
internal import PeerMeshes

extension FederationOptions {
  /// A plan for each mesh whose authorities are planned.
  func certificates(in clusters: [CheckedCluster]) -> [CertificatePlan] {
    meshes.compactMap { mesh in
      let peers = peerings.filter { $0.peer.name == mesh.name }.map { peering in
        CertificatePlan.Peer(peering.mesh.cluster, .configMap(peering.rootName, in: peering.mesh.namespace))
      }
      return mesh.certificates.plan(among: clusters, in: mesh.cluster, trustedBy: peers)
    }
  }
}
