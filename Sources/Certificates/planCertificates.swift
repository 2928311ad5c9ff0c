internal import Diagnostics
package import MeshModel
internal import MeshNames

/// Plans the authorities of a mesh: the root, the tiers below it, and one for each cluster that signs.
///
/// - Parameters:
///   - topology: The mesh.
///   - clusters: The clusters that run a control plane, and so sign their workloads' certificates.
/// - Returns: The plan, fully written out.
package func planCertificates(for topology: CheckedTopology, in clusters: [CheckedCluster]) -> CertificatePlan {
  let hierarchy = topology.certificateAuthority
  let lines = RootLines(topology, clusters)
  var deliveries = clusters.compactMap { lines.delivery(to: $0, in: topology.controlPlaneNamespace) }
  let authorities = lines.authorities(of: deliveries)
  if hierarchy.publishesLists {
    for index in deliveries.indices { deliveries[index].revocationLists = deliveries[index].ownFirst(authorities) }
  }
  let issuers = IssuerLines(authorities)
  return CertificatePlan(
    mesh: topology.mesh.id, trustDomain: topology.mesh.trustDomain, profile: hierarchy.profile,
    authorities: authorities, ceremony: ceremony(of: authorities, issuers, deliveries, hierarchy.delivery),
    deliveries: deliveries, delivery: hierarchy.delivery,
    bundle: hierarchy.bundle.map { bundle in
      CertificatePlan.Bundle(name: bundle.name(in: topology.mesh.id), clusters: topology.clusters.map(\.name))
    }, tools: hierarchy.tools,
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
