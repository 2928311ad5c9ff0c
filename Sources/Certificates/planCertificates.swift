package import MeshModel
internal import MeshNames

/// Plans the authorities of a mesh: the root, the tiers below it, and one for each cluster that signs.
///
/// - Parameters:
///   - topology: The mesh.
///   - clusters: The clusters that run a control plane, and so sign their workloads' certificates.
/// - Returns: The plan, fully written out.
package func planCertificates(for topology: CheckedTopology, in clusters: [CheckedCluster]) -> CertificatePlan {
  let authorities = plannedAuthorities(of: topology, in: clusters)
  let lines = IssuerLines(authorities)
  let deliveries = zip(clusters, authorities.suffix(clusters.count)).map { cluster, authority in
    CertificatePlan.Delivery(
      cluster: cluster.name, namespace: topology.controlPlaneNamespace, location: cluster.location,
      authority: authority.id, chain: lines.chain(from: authority))
  }
  return CertificatePlan(
    mesh: topology.mesh.id, trustDomain: topology.mesh.trustDomain, profile: topology.certificateAuthority.profile,
    authorities: authorities,
    ceremony: ceremony(of: authorities, lines, deliveries, topology.certificateAuthority.delivery),
    deliveries: deliveries, delivery: topology.certificateAuthority.delivery,
    tools: topology.certificateAuthority.tools, remarks: remarks(on: authorities, lines))
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
