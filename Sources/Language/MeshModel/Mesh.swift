package import Diagnostics
package import MeshNames

/// What all clusters of the mesh have in common.
package struct Mesh: Sendable {
  package let id: Located<MeshID>?
  package let trustDomain: Located<TrustDomain>?
  /// The DNS domain of all clusters' Services: a service has one name in all of them.
  package let clusterDomain: Located<ClusterDomain>?
  package let mutualTLS: Located<MutualTLS>?
  /// Whether policies let in what the mesh needs, where namespaces let nothing in by default.
  package let networkPolicies: Located<Bool>?
  let modeKeys: [Located<ModeKey>]

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
    networkPolicies = fields.switch("networkPolicies")
    modeKeys = fields.modeKeys(.networkPolicies)
  }
}

extension Mesh? {
  /// The domain of all clusters' Services, said or not.
  package var clusterDomain: ClusterDomain { self?.clusterDomain?.value ?? .standard }
}
