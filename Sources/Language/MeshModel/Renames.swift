package import Diagnostics
package import MeshNames

/// Names that have changed: what is called so now is what was called otherwise before.
///
/// The compiler has no use for them; whoever compares two topologies tells a rename from a new thing by it.
package struct Renames: Sendable {
  package let clusters: [Rename<ClusterName>]
  package let networks: [Rename<NetworkName>]
  package let namespaces: [Rename<NamespaceName>]
  package let meshes: [Rename<MeshName>]

  /// One name that has changed.
  package struct Rename<Name: TextValue>: Sendable {
    package let from: Located<Name>
    package let to: Located<Name>

    /// Reads `{from: fra-1, to: frankfurt}`.
    init?(reading fields: inout MappingReader) {
      let from: Located<Name>? = fields.required("from", help: "the name that it had")
      let to: Located<Name>? = fields.required("to", help: "the name that it has in this topology")
      guard let from, let to else { return nil }
      self.from = from
      self.to = to
    }
  }

  init(reading fields: inout MappingReader) {
    clusters = fields.list("clusters") { Rename(reading: &$0) }
    networks = fields.list("networks") { Rename(reading: &$0) }
    namespaces = fields.list("namespaces") { Rename(reading: &$0) }
    meshes = fields.list("meshes") { Rename(reading: &$0) }
  }

  private init() { (clusters, networks, namespaces, meshes) = ([], [], [], []) }

  /// Every name is what it was.
  package static let none = Renames()
}
