internal import Diagnostics
internal import MeshNames

/// A certificate ends before its issuer's does, or it is worth nothing from then on.
func checkLifetimes(_ hierarchy: AuthorityHierarchy, _ log: inout FindingLog) {
  for (child, issuer) in hierarchy.links {
    if child.lifetime.value > issuer.lifetime.value {
      log.report(.outlivesIssuer(child, issuer))
    } else if child.lifetime.value == issuer.lifetime.value {
      log.report(hierarchy.profile == .strict ? .noSigningPeriod(child, issuer) : .endsWithIssuer(child, issuer))
    }
  }
  let periods = hierarchy.signingPeriods
  for authority in hierarchy.authorities {
    let period = periods[authority.id] ?? 0
    if authority.cluster != nil, period <= 0 { log.report(.shorterThanWorkloads(authority)) }
    if let due = authority.supersedeAfter, due.value.days > period {
      log.report(.supersededTooLate(due, authority, signs: max(0, period)))
    }
  }
}

extension AuthorityHierarchy {
  /// In days, for how long each authority can sign what ends before it does.
  ///
  /// A workload's certificate may live as long as istiod allows.
  fileprivate var signingPeriods: [String: Int] {
    var longest = Dictionary(intermediates.map { ($0.id, workloads.longestDays) }) { first, _ in first }
    for (child, issuer) in links { longest[issuer.id] = max(longest[issuer.id] ?? 0, child.lifetime.value.days) }
    let pairs = authorities.map { ($0.id, $0.lifetime.value.days - (longest[$0.id] ?? 0)) }
    return Dictionary(pairs) { first, _ in first }
  }
}
