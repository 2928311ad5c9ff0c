package import Diagnostics
package import MeshNames

/// What all clusters of the mesh have in common.
package struct Mesh: Sendable {
  package let id: Located<MeshID>?
  package let trustDomain: Located<TrustDomain>?
  package let mutualTLS: Located<MutualTLS>?

  /// What a mesh's workloads take in (Istio, `PeerAuthentication`).
  package enum MutualTLS: String, Choice {
    case strict = "STRICT"
    case permissive = "PERMISSIVE"
    case disable = "DISABLE"
  }

  init(reading fields: inout MappingReader) {
    id = fields.optional("id")
    trustDomain = fields.optional("trustDomain")
    mutualTLS = fields.optional("mutualTLS")
  }
}
