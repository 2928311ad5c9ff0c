package import Diagnostics
package import MeshNames

/// One of several meshes that share services, as it was written.
package struct FederatedMesh: Sendable {
  package let name: Located<MeshName>?
  /// The cluster that it is in; a cluster can have several meshes.
  package let cluster: Located<ClusterName>?
  /// The namespace of its control plane.
  package let namespace: Located<NamespaceName>?
  package let trustDomain: Located<TrustDomain>?
  /// The namespaces whose pods are in the mesh.
  package let members: [Located<NamespaceName>]
  package let ingress: PeerIngress?
  /// Whose certificates the mesh's own are signed with.
  package let certificateAuthority: Located<MeshAuthority>?
  /// The certificate that the mesh's own are verified with, where it is known before the mesh is there.
  package let rootCertificate: Located<CertificateText>?
  /// The place to point at when something is missing: the mesh's name, or where it begins.
  package let place: SourceRange

  /// The mesh as messages name it.
  package var inWords: String { name.map { "mesh `\($0.value)`" } ?? "this mesh" }

  init(reading fields: inout MappingReader) {
    name = fields.required("name", help: "the name is the control plane's, and that by which peers know the mesh")
    cluster = fields.required("cluster", help: "the cluster that the mesh is in")
    namespace = fields.optional("namespace")
    trustDomain = fields.optional("trustDomain")
    members = fields.list("members")
    ingress = fields.optional("ingress") { PeerIngress(reading: &$0) }
    certificateAuthority = fields.readMeshAuthority()
    rootCertificate = fields.optional("rootCertificate")
    place = name?.range ?? fields.firstPlace
  }
}
