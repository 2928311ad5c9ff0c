package import Diagnostics
package import MeshNames

/// What all clusters of the mesh have in common.
package struct Mesh: Sendable {
  package let id: Located<MeshID>?
  package let trustDomain: Located<TrustDomain>?

  init(reading fields: inout MappingReader) {
    id = fields.optional("id")
    trustDomain = fields.optional("trustDomain")
  }
}
