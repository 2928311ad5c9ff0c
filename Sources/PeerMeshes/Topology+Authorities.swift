internal import Diagnostics
package import MeshModel
internal import MeshNames

extension Topology {
  /// The authorities of a mesh; `nil` where the certificate plan has none of them.
  ///
  /// - Parameters:
  ///   - mesh: The mesh.
  ///   - istiod: The name of istiod's Service.
  /// - Returns: The authorities, below a root that is the mesh's alone.
  package func hierarchy(of mesh: FederatedMesh, istiod: String) -> AuthorityHierarchy? {
    guard authority(of: mesh).isPlanned, let cluster = mesh.cluster?.value, let namespace = mesh.controlPlaneNamespace,
      let trustDomain = mesh.effectiveTrustDomain
    else { return nil }
    let signing = SigningMesh(mesh, in: cluster, trustDomain, istiod: DNSName(ofService: istiod, in: namespace))
    return AuthorityHierarchy(of: self, for: signing)
  }
}
