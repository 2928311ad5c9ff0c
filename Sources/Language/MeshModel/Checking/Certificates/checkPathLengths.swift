internal import Diagnostics
internal import MeshNames

/// Each bound leaves room for the authorities below it, and something below the root is bounded on every path.
func checkPathLengths(_ hierarchy: AuthorityHierarchy, _ log: inout FindingLog) {
  let depths = hierarchy.depths
  for authority in hierarchy.authorities {
    guard let length = authority.pathLength, let bound = length.value.bound else { continue }
    let depth = depths[authority.id] ?? 0
    if bound < depth { log.report(.pathLengthTooSmall(length, authority, needed: depth)) }
  }
  var bounded: Set<String> = []
  for (child, issuer) in hierarchy.links {
    let isWritten = !(child.cluster.map { hierarchy.delivery(to: $0).dropsPathLength } ?? false)
    let isBounded = isWritten && (child.pathLength?.value.bound != nil || child.pathLength == nil)
    if isBounded || bounded.contains(issuer.id) { bounded.insert(child.id) }
    if child.cluster != nil, !bounded.contains(child.id) {
      log.report(.pathLengthUnbounded(child, dropped: !isWritten))
    }
  }
}

extension CertificateDelivery {
  /// Whether the clusters' authorities get no path length: cert-manager's own issuers write none.
  var dropsPathLength: Bool {
    if case .certManager(let issuer) = self { issuer.group == "cert-manager.io" } else { false }
  }
}

extension AuthorityHierarchy {
  /// How many authorities stand below each, on the longest way down.
  package var depths: [String: Int] {
    var depths: [String: Int] = [:]
    for (child, issuer) in links.reversed() {
      depths[issuer.id] = max(depths[issuer.id] ?? 0, (depths[child.id] ?? 0) + 1)
    }
    return depths
  }
}
