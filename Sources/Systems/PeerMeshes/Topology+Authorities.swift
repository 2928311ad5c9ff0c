internal import Diagnostics
package import MeshModel
internal import MeshNames

extension Topology {
  /// The authorities of a mesh, below a root that is the mesh's alone; `nil` where no certificate plan has them.
  ///
  /// The name in their certificates is `istiod`, as Istio's scripts have it whatever the control plane is called: it does
  /// not change when another one takes its place.
  package func hierarchy(of mesh: FederatedMesh) -> AuthorityHierarchy? {
    guard authority(of: mesh).isPlanned, let cluster = mesh.cluster?.value, let namespace = mesh.controlPlaneNamespace,
      let trustDomain = mesh.effectiveTrustDomain
    else { return nil }
    let signing = SigningMesh(mesh, in: cluster, trustDomain, istiod: DNSName(ofService: "istiod", in: namespace))
    return AuthorityHierarchy(of: self, for: signing)
  }

  /// Whether something is issued for a mesh of a cluster, and has a place in its subject.
  package func hasPlannedAuthority(in cluster: Cluster) -> Bool {
    meshes.contains { $0.cluster?.value == cluster.name?.value && authority(of: $0).isPlanned }
  }
}
