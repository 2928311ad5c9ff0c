internal import CertificateFindings
internal import Diagnostics
internal import SwiftASN1
internal import X509

/// What is said of one CRL, of which is known who has signed it.
func checkRevocationList(
  _ list: IssuedRevocationList, _ pair: PlannedPair, _ deviations: DeclaredDeviations, at moment: Moment?
) -> [CertificateFinding] {
  updateFindings(list, pair, at: moment) + hashFindings(list, pair) + formFindings(list, pair, deviations)
}

/// A day is in every plan; an hour is left to tools that date a CRL back.
private func updateFindings(
  _ list: IssuedRevocationList, _ pair: PlannedPair, at moment: Moment?
) -> [CertificateFinding] {
  guard let next = list.nextUpdate else {
    return [
      CertificateFinding(
        .wrongNextUpdate, "the CRL of `\(pair.planned.id)` does not say when the next one is due",
        at: .of(list, "revocation.nextUpdateDays"), help: "sign one that does")
    ]
  }
  var findings: [CertificateFinding] = []
  let seconds = next.seconds - list.thisUpdate.seconds
  if let days = pair.planned.nextUpdateDays, abs(seconds - days * 86400) > 3600 {
    findings.append(
      CertificateFinding(
        .wrongNextUpdate,
        "the CRL of `\(pair.planned.id)` is good for about \(seconds / 86400) days, where \(days) are planned",
        at: .of(list, "revocation.nextUpdateDays"), notes: pair.plannedHere("planned here"),
        help: "sign one that is good for \(days) days"))
  }
  if let moment, moment < list.thisUpdate || moment > next {
    findings.append(
      CertificateFinding(
        .listNotCurrent,
        "at \(moment) the CRL of `\(pair.planned.id)` "
          + (moment < list.thisUpdate ? "is good only from \(list.thisUpdate)" : "was due anew \(next)"),
        at: .of(list, "revocation"), help: "sign it anew, and deliver it to all clusters"))
  }
  return findings
}

private func hashFindings(_ list: IssuedRevocationList, _ pair: PlannedPair) -> [CertificateFinding] {
  let good = ["SHA-256", "SHA-384", "SHA-512"]
  let least = pair.planned.listHash ?? "SHA-256"
  guard !good.contains(list.signatureHash) || list.signatureHash < least else { return [] }
  return [
    CertificateFinding(
      .weakSignatureHash, "the CRL of `\(pair.planned.id)` is signed with `\(list.signatureHash)`",
      at: .of(list, "signatureHash"), help: "sign it anew with \(least) at least")
  ]
}

private func formFindings(
  _ list: IssuedRevocationList, _ pair: PlannedPair, _ deviations: DeclaredDeviations
) -> [CertificateFinding] {
  let number: ASN1ObjectIdentifier = [2, 5, 29, 20]
  let known: Set<ASN1ObjectIdentifier> = [number, .X509ExtensionID.authorityKeyIdentifier]
  var findings: [CertificateFinding] = []
  if list.extension(number) == nil, !deviations.hasUnnumberedList(pair.planned.id) {
    findings.append(
      CertificateFinding(
        .irregularList, "the CRL of `\(pair.planned.id)` has no number", at: .of(list, "revocation.number"),
        help: "have the tool number its CRLs"))
  }
  let identifier = list.extension(.X509ExtensionID.authorityKeyIdentifier)
    .flatMap { try? AuthorityKeyIdentifier($0) }?.keyIdentifier
  let own = (try? pair.issued.certificate.extensions.subjectKeyIdentifier)?.keyIdentifier
  if identifier == nil || identifier != own {
    findings.append(
      CertificateFinding(
        .irregularList,
        "the CRL of `\(pair.planned.id)` \(identifier == nil ? "does not name the key that" : "names another key than the one that") has signed it",
        at: .of(list, "keyIdentifiers.authority"), help: "sign it anew", severity: identifier == nil ? nil : .error))
  }
  // A part of the certificates, or what has changed, is marked by an extension that is critical (sections 5.2.4, 5.2.5).
  findings += list.extensions.filter { !known.contains($0.oid) && $0.critical }.map {
    CertificateFinding(
      .irregularList, "the CRL of `\(pair.planned.id)` has a critical extension that is not planned: \($0.oid)",
      at: .of(list, "extensions"), help: "sign one for all certificates, with all that is revoked", severity: .error)
  }
  return findings
}

extension CertificateFinding.Place {
  static func of(_ list: IssuedRevocationList, _ property: String? = nil) -> Self {
    .issued(list.file, line: list.line, property)
  }
}
