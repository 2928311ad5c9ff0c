package import Diagnostics

/// The CA hierarchy, with all that follows from what is not said of it.
///
/// - Parameters:
///   - topology: The topology.
///   - hierarchy: The authorities of the mesh, or of one of several: each is looked at by itself.
///   - log: Takes what is found.
package func checkAuthorities(_ topology: Topology, _ hierarchy: AuthorityHierarchy, _ log: inout FindingLog) {
  checkIssuers(topology, hierarchy, &log)
  checkFolders(topology, &log)
  checkRemotes(topology, &log)
  checkLifetimes(hierarchy, &log)
  checkPathLengths(hierarchy, &log)
  checkKeys(hierarchy, topology, &log)
  checkIdentities(hierarchy, topology, &log)
  checkNameConstraints(hierarchy, topology, &log)
  checkDelivery(hierarchy, &log)
  checkSealedFiles(topology, hierarchy, &log)
  checkTrustBundle(topology, &log)
  checkRevocation(topology, hierarchy, &log)
  checkCloudAuthorities(topology.certificateAuthority, hierarchy, &log)
  checkGoogleIDs(topology, hierarchy, &log)
  checkRotation(topology, hierarchy, &log)
}

extension AuthorityHierarchy {
  /// An authority with the one that signs it.
  typealias Link = (child: Authority, issuer: Authority)

  /// Every authority but the root, with the one that signs it.
  var links: [Link] {
    let issuers = Dictionary(([root] + tiers).map { ($0.id, $0) }) { first, _ in first }
    return (tiers + intermediates).compactMap { child in
      child.issuer.flatMap { issuers[$0] }.map { (child: child, issuer: $0) }
    }
  }

  /// How many authorities there are from the root to each, itself among them.
  var ranks: [String: Int] {
    var ranks = [root.id: 1]
    for link in links { ranks[link.child.id] = (ranks[link.issuer.id] ?? 1) + 1 }
    return ranks
  }
}
