internal import CertificateFindings
internal import Diagnostics

/// What is to be done within 30 days of a moment: certificates and CRLs that end, and successors that are due.
func checkDueDates(
  _ hierarchy: PlannedHierarchy, _ pairs: Pairs, _ files: IssuedFiles, at moment: Moment
) -> [CertificateFinding] {
  let authorities = hierarchy.authorities.compactMap { pairs[$0.id] }.compactMap { dueFinding($0, at: moment) }
  let lists = hierarchy.authorities.compactMap { planned -> CertificateFinding? in
    guard let list = planned.listFile.flatMap({ files.lists[$0]?.first }), list.thisUpdate <= moment,
      let next = list.nextUpdate, let days = daysLeft(until: next, from: moment)
    else { return nil }
    return CertificateFinding(
      .dueSoon, "the CRL of `\(planned.id)` is due anew \(next), in \(inWords(days))", at: .of(list, "revocation"),
      help: "sign it anew, and deliver it to all clusters", severity: .note)
  }
  return authorities + lists
}

private func dueFinding(_ pair: PlannedPair, at moment: Moment) -> CertificateFinding? {
  let issued = pair.issued
  guard issued.notBefore <= moment, moment <= issued.notAfter else { return nil }
  if let days = daysLeft(until: issued.notAfter, from: moment) {
    return CertificateFinding(
      .dueSoon, "the certificate of `\(pair.planned.id)` ends \(issued.notAfter), in \(inWords(days))",
      at: .of(issued, "validity"), help: "replace it now, and whatever it has signed", severity: .warning)
  }
  guard let period = pair.planned.supersededAfterDays else { return nil }
  let due = Moment(seconds: issued.notBefore.seconds + period * 86400)
  if due < moment {
    return CertificateFinding(
      .overdue, "the successor of `\(pair.planned.id)` was due \(due)", at: .of(issued, "rotation.supersedeAfterDays"),
      notes: pair.plannedHere("planned here"), help: pair.planned.renewal)
  }
  return daysLeft(until: due, from: moment).map { days in
    CertificateFinding(
      .dueSoon, "the successor of `\(pair.planned.id)` is due \(due), in \(inWords(days))",
      at: .of(issued, "rotation.supersedeAfterDays"), notes: pair.plannedHere("planned here"),
      help: pair.planned.renewal, severity: .note)
  }
}

extension PlannedCertificate {
  /// What replaces it, as PLAN.md and the topology call it.
  fileprivate var renewal: String {
    if isKeptByHand { return "carry out `renew-\(id)`, which PLAN.md has act by act" }
    return issuer == nil
      ? "replace it by a rotation: `rotation.state` from 0 to 3" : "see why cert-manager has not renewed it"
  }
}

/// Whole days up to a moment that is less than 30 of them ahead.
private func daysLeft(until end: Moment, from moment: Moment) -> Int? {
  let seconds = end.seconds - moment.seconds
  return (0...30 * 86400).contains(seconds) ? seconds / 86400 : nil
}

private func inWords(_ days: Int) -> String { days == 1 ? "a day" : "\(days) days" }
