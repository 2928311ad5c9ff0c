internal import Diagnostics
package import MeshNames

/// A mesh as its certification authorities see it: the one that a topology is about, or one of several.
package struct SigningMesh: Sendable {
  /// What its authorities are called after.
  let name: String
  let trustDomain: TrustDomain
  /// The name by which workloads call istiod.
  let istiod: DNSName?
  /// The clusters that have an authority.
  let signers: [Signer]

  /// One cluster, and what is said of its authority.
  struct Signer: Sendable {
    let cluster: ClusterName
    let settings: AuthoritySettings?
    /// How messages call its authority.
    let inWords: String
    let place: SourceRange
  }

  /// The mesh of all clusters, be there in each of them one to sign workloads or not.
  init(_ topology: Topology) {
    let id = topology.fleet?.meshID ?? topology.mesh?.id?.value
    name = id?.description ?? topology.name?.value.description ?? "mesh"
    trustDomain = topology.mesh?.trustDomain?.value ?? .clusterLocal
    istiod = topology.istiodName
    signers = topology.clusters.compactMap { cluster in
      cluster.name.map { name in
        Signer(
          cluster: name.value, settings: cluster.certificateAuthority,
          inWords: cluster.certificateAuthority == nil
            ? "each cluster's authority" : "the authority of `\(name.value)`",
          place: cluster.place)
      }
    }
  }

  /// One of several meshes, each of which is in one cluster.
  ///
  /// - Parameters:
  ///   - mesh: The mesh.
  ///   - cluster: The cluster that it is in.
  ///   - trustDomain: Its trust domain.
  ///   - istiod: The name by which its workloads call istiod.
  package init(_ mesh: FederatedMesh, in cluster: ClusterName, _ trustDomain: TrustDomain, istiod: DNSName) {
    name = mesh.name?.value.description ?? "mesh"
    self.trustDomain = trustDomain
    self.istiod = istiod
    let settings = mesh.certificateAuthority?.value.settings
    let inWords = settings == nil ? "each mesh's authority" : "the authority of \(mesh.inWords)"
    signers = [Signer(cluster: cluster, settings: settings, inWords: inWords, place: mesh.place)]
  }
}

extension Topology {
  /// The name by which the cluster's own workloads call istiod.
  fileprivate var istiodName: DNSName? {
    let namespace = controlPlane?.namespace?.value ?? (try? NamespaceName(parsing: standardNamespace))
    return namespace.map { DNSName(ofService: "istiod", in: $0) }
  }
}
