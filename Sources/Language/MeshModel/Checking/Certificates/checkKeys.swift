internal import Diagnostics
internal import MeshNames

/// Keys that last, subjects that can be told apart, certificates that can be revoked.
func checkKeys(_ hierarchy: AuthorityHierarchy, _ topology: Topology, _ log: inout FindingLog) {
  for authority in hierarchy.authorities where authority.key.value == .rsa(bits: 2048) {
    log.report(.weakKey(authority))
  }
  // Those of the clusters differ in their locality.
  let upper = [hierarchy.root] + hierarchy.tiers
  for (index, authority) in upper.enumerated() {
    if let other = upper[..<index].first(where: { $0.subject == authority.subject }) {
      log.report(.sameSubject(authority, other))
    }
  }
  if let written = topology.certificateAuthority, hierarchy.profile == .istioSample, written.revocation == nil {
    let place = written.profile?.range ?? written.root?.key?.range ?? written.place
    log.report(.noRevocation(at: place, isSaid: written.profile != nil))
  }
}
