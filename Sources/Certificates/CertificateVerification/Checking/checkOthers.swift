internal import CertificateFindings
internal import Diagnostics
internal import X509

/// Certificates of the same authorities that are not shown yet, or are still in use: each was issued as it is planned.
func checkOthers(
  _ hierarchy: PlannedHierarchy, _ pairs: Pairs, _ files: IssuedFiles
) -> (findings: [CertificateFinding], pairs: [PlannedPair]) {
  var others: [PlannedPair] = []
  var findings: [CertificateFinding] = []
  // Issuers come first.
  for planned in hierarchy.authorities {
    for issued in planned.otherCertificates.compactMap({ files.certificates[$0]?.first }) {
      let issuers =
        others.filter { $0.planned.id == planned.issuer } + [planned.issuer.flatMap { pairs[$0] }].compactMap { $0 }
      if issued.words(for: .subject) == planned.values[.subject], issuers.contains(where: { issued.isSigned(by: $0) }) {
        others.append(PlannedPair(planned: planned, issued: issued, planFile: hierarchy.file))
      } else if !issuers.isEmpty {
        findings.append(
          CertificateFinding(
            .foreignIssuer, "what lies here as another `\(planned.id)` was never issued for it",
            at: .of(issued, "issuer"),
            help: "have there what the acts of `\(planned.id)` have made or moved, or nothing"))
      }
    }
  }
  return (findings, others)
}

extension IssuedCertificate {
  fileprivate func isSigned(by issuer: PlannedPair) -> Bool {
    let parent = issuer.issued.certificate
    return certificate.issuer == parent.subject
      && parent.publicKey.isValidSignature(certificate.signature, for: certificate)
  }
}
