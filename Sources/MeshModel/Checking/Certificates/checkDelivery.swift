internal import Diagnostics
internal import MeshNames

/// What a way of delivery asks of the authorities, and what it does to their keys.
func checkDelivery(_ hierarchy: AuthorityHierarchy, _ log: inout FindingLog) {
  guard case .encrypted(_, let reason) = hierarchy.delivery else { return }
  log.report(.keyInRepository(reason))
  for authority in hierarchy.intermediates where authority.lifetime.value.days > 365 {
    log.report(.longLivedCiphertext(authority))
  }
}
