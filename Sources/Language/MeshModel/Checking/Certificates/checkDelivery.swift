internal import Diagnostics
internal import MeshNames

/// What a way of delivery asks of the authorities, and what it does to their keys.
func checkDelivery(_ hierarchy: AuthorityHierarchy, _ log: inout FindingLog) {
  for authority in hierarchy.intermediates {
    guard let cluster = authority.cluster, case .encrypted(_, let reason) = hierarchy.delivery(to: cluster) else {
      continue
    }
    log.reportOnce(.keyInRepository(reason))
    if authority.lifetime.value.days > 365 { log.report(.longLivedCiphertext(authority)) }
  }
}

extension AuthorityHierarchy {
  /// The first delivery of those that cert-manager makes, whose Secret has other files than the others'.
  var deliveryByCertManager: Located<CertificateDelivery>? {
    intermediates.lazy.compactMap { $0.cluster.flatMap { deliveries[$0] } }.first { delivery in
      if case .certManager = delivery.value { true } else { false }
    }
  }
}
