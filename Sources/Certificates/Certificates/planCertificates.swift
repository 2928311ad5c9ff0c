internal import Diagnostics
package import MeshModel
package import MeshNames

/// Plans the authorities of a mesh: the root, the tiers below it, and one for each cluster that signs.
///
/// - Parameters:
///   - topology: The mesh.
///   - clusters: The clusters that run a control plane, and so sign their workloads' certificates.
/// - Returns: The plan, fully written out.
package func planCertificates(for topology: CheckedTopology, in clusters: [CheckedCluster]) -> CertificatePlan {
  planCertificates(
    of: topology.certificateAuthority, topology.mesh.id, topology.mesh.trustDomain, in: clusters,
    topology.controlPlaneNamespace, folder: .ofOneMesh, peers: [], bundled: topology.clusters.map(\.name))
}

/// Plans the authorities of one of several meshes, whose root is its own.
///
/// - Parameters:
///   - mesh: The mesh's name.
///   - hierarchy: Its authorities.
///   - trustDomain: Its trust domain.
///   - cluster: The cluster that it is in.
///   - namespace: The namespace of its control plane.
///   - peers: Who else trusts its root.
/// - Returns: The plan, fully written out.
package func planCertificates(
  ofMesh mesh: MeshID, _ hierarchy: AuthorityHierarchy, _ trustDomain: TrustDomain, in cluster: CheckedCluster,
  _ namespace: NamespaceName, peers: [CertificatePlan.Peer]
) -> CertificatePlan {
  planCertificates(
    of: hierarchy, mesh, trustDomain, in: [cluster], namespace, folder: .of(mesh), peers: peers, bundled: [])
}

private func planCertificates(
  of hierarchy: AuthorityHierarchy, _ mesh: MeshID, _ trustDomain: TrustDomain, in clusters: [CheckedCluster],
  _ namespace: NamespaceName, folder: CertificatesFolder, peers: [CertificatePlan.Peer],
  bundled: [ClusterName]
) -> CertificatePlan {
  let lines = RootLines(hierarchy, clusters)
  var deliveries = clusters.compactMap { lines.delivery(to: $0, in: namespace) }
  let authorities = lines.authorities(of: deliveries)
  if hierarchy.publishesLists {
    for index in deliveries.indices { deliveries[index].revocationLists = deliveries[index].ownFirst(authorities) }
  }
  let issuers = IssuerLines(authorities)
  return CertificatePlan(
    folder: folder, mesh: mesh, trustDomain: trustDomain, profile: hierarchy.profile, workloads: hierarchy.workloads,
    authorities: authorities, ceremony: ceremony(of: authorities, issuers, deliveries),
    deliveries: deliveries, peers: peers,
    bundle: hierarchy.bundle.map { CertificatePlan.Bundle(name: $0.name(in: mesh), clusters: bundled) },
    tools: hierarchy.tools,
    awsPrivateCA: hierarchy.awsPrivateCA, googleCAS: hierarchy.googleCAS,
    remarks: remarks(on: authorities, issuers) + serviceRemarks(on: authorities, hierarchy.tools.map(\.value)))
}

/// Who signs whom.
struct IssuerLines {
  private let authorities: [String: PlannedAuthority]

  init(_ authorities: [PlannedAuthority]) {
    self.authorities = Dictionary(authorities.map { ($0.id, $0) }) { first, _ in first }
  }

  func issuer(of authority: PlannedAuthority) -> PlannedAuthority? { authority.issuer.flatMap { authorities[$0] } }

  /// An authority, the one that signed it, and so on up to the root.
  func chain(from authority: PlannedAuthority) -> [PlannedAuthority] {
    [authority] + (issuer(of: authority).map { chain(from: $0) } ?? [])
  }
}

extension CertificatePlan.Delivery {
  /// Authorities in an order that begins with those of the chain.
  fileprivate func ownFirst(_ authorities: [PlannedAuthority]) -> [PlannedAuthority] {
    chain + authorities.filter { authority in !chain.contains { $0.id == authority.id } }
  }
}

extension CertificatePlan {
  /// All roots that some cluster trusts.
  var anchors: [PlannedAuthority] {
    authorities.filter { root in root.issuer == nil && deliveries.contains { $0.anchors.contains { $0.id == root.id } }
    }
  }
}
