package import Diagnostics
package import MeshNames

/// What all clusters of the mesh have in common.
package struct Mesh: Sendable {
  package let id: Located<MeshID>?
  package let trustDomain: Located<TrustDomain>?
  /// The DNS domain of all clusters' Services: a service has one name in all of them.
  package let clusterDomain: Located<ClusterDomain>?
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
    clusterDomain = fields.optional("clusterDomain")
    mutualTLS = fields.optional("mutualTLS")
  }
}

extension Mesh? {
  /// The domain of all clusters' Services, said or not.
  package var clusterDomain: ClusterDomain { self?.clusterDomain?.value ?? .standard }
}
