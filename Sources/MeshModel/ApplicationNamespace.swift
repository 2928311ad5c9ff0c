package import Diagnostics
package import MeshNames

/// A namespace of applications that are part of the mesh.
package struct ApplicationNamespace: Sendable {
  package let name: Located<NamespaceName>
  /// The clusters that it is in; all of them where the list is empty.
  package let clusters: [Located<ClusterName>]

  init?(reading fields: inout MappingReader) {
    let name: Located<NamespaceName>? = fields.required("name")
    clusters = fields.list("clusters")
    fields.refuse("dataPlane", "revision")
    guard let name else { return nil }
    self.name = name
  }
}
