internal import CertificateFindings
internal import Diagnostics
internal import X509

/// The certificates that a successor has taken the place of, while something that they have signed is in use: each was
/// issued as it is planned, too.
func checkRetired(
  _ hierarchy: PlannedHierarchy, _ pairs: Pairs, _ files: IssuedFiles
) -> (findings: [CertificateFinding], pairs: Pairs) {
  var retired: Pairs = [:]
  var findings: [CertificateFinding] = []
  // Issuers come first.
  for planned in hierarchy.authorities {
    guard let issued = planned.retiredCertificate.flatMap({ files.certificates[$0]?.first }) else { continue }
    let issuers = planned.issuer.map { [pairs[$0], retired[$0]].compactMap { $0 } } ?? []
    if issued.words(for: .subject) == planned.values[.subject], issuers.contains(where: { issued.isSigned(by: $0) }) {
      retired[planned.id] = PlannedPair(planned: planned, issued: issued, planFile: hierarchy.file)
    } else if !issuers.isEmpty {
      findings.append(
        CertificateFinding(
          .foreignIssuer, "what was set aside as `\(planned.id)` was never issued for it", at: .of(issued, "issuer"),
          help: "have there what the act `\(planned.actName)-retire` has moved, or nothing"))
    }
  }
  return (findings, retired)
}

extension IssuedCertificate {
  fileprivate func isSigned(by issuer: PlannedPair) -> Bool {
    let parent = issuer.issued.certificate
    return certificate.issuer == parent.subject
      && parent.publicKey.isValidSignature(certificate.signature, for: certificate)
  }
}
