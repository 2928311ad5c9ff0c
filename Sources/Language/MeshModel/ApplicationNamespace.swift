package import Diagnostics
package import MeshNames

/// A namespace of applications that are part of the mesh.
package struct ApplicationNamespace: Sendable {
  package let name: Located<NamespaceName>
  /// The clusters that it is in; all of them where the list is empty.
  package let clusters: [Located<ClusterName>]
  package let dataPlane: Located<ControlPlane.DataPlane>?
  /// The control planes' revision, or a tag of it, that the pods are bound to.
  package let revision: Located<RevisionName>?
  /// The waypoint that serves the namespace in an ambient mesh, of one name in all clusters.
  package let waypoint: Located<ObjectName>?
  let modeKeys: [Located<ModeKey>]

  init?(reading fields: inout MappingReader) {
    let name: Located<NamespaceName>? = fields.required("name")
    clusters = fields.list("clusters")
    dataPlane = fields.optional("dataPlane")
    revision = fields.optional("revision")
    waypoint = fields.optional("waypoint")
    modeKeys = fields.modeKeys(.waypoint)
    guard let name else { return nil }
    self.name = name
  }
}
