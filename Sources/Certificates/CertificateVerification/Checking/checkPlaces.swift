internal import CertificateFindings
internal import Diagnostics

/// Certificates that lie in the file of another authority.
///
/// A certificate belongs to whoever has its subject in the plan; where two authorities have the same, nothing is said.
func checkPlaces(_ hierarchy: PlannedHierarchy, _ pairs: Pairs) -> (
  findings: [CertificateFinding], misplaced: Set<String>
) {
  var findings: [CertificateFinding] = []
  var misplaced: Set<String> = []
  for planned in hierarchy.authorities {
    guard let pair = pairs[planned.id] else { continue }
    let subject = pair.issued.words(for: .subject)
    guard subject != planned.values[.subject],
      let owner = hierarchy.authorities.first(where: { $0.values[.subject] == subject })
    else { continue }
    misplaced.insert(planned.id)
    findings.append(
      CertificateFinding(
        .swappedCertificate, "the file of `\(planned.id)` holds the certificate of `\(owner.id)`",
        at: .of(pair.issued, "subject"), notes: pair.plannedHere("`\(planned.id)` is planned here"),
        help: "put the certificate of `\(planned.id)` there"))
  }
  return (findings, misplaced)
}

/// Certificates that are not good at a moment.
func checkValidity(_ hierarchy: PlannedHierarchy, _ pairs: Pairs, at moment: Moment) -> [CertificateFinding] {
  hierarchy.authorities.compactMap { pairs[$0.id] }.compactMap { pair in
    let issued = pair.issued
    guard moment < issued.notBefore || moment > issued.notAfter else { return nil }
    let what = moment < issued.notBefore ? "is good only from \(issued.notBefore)" : "ended \(issued.notAfter)"
    return CertificateFinding(
      .notValidThen, "at \(moment) the certificate of `\(pair.planned.id)` \(what)", at: .of(issued, "validity"),
      help: moment < issued.notBefore ? nil : "replace it, and whatever it has signed")
  }
}
