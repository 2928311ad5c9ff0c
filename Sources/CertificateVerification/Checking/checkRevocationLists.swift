internal import CertificateFindings
internal import Diagnostics
internal import SwiftASN1
internal import X509

/// The CRLs: each authority has one that it has signed, every cluster has them all, and nothing of the mesh is on them.
func checkRevocationLists(
  _ hierarchy: PlannedHierarchy, _ pairs: Pairs, _ files: IssuedFiles, _ deviations: DeclaredDeviations,
  at moment: Moment?
) -> [CertificateFinding] {
  var findings: [CertificateFinding] = []
  var judged: [[UInt8]] = []
  for planned in hierarchy.authorities {
    guard let name = planned.listFile, let lists = files.lists[name], let pair = pairs[planned.id] else { continue }
    if lists.count > 1 { findings.append(.several(lists[1])) }
    guard let list = lists.first else { continue }
    guard list.isIssued(by: pair.issued) else {
      findings.append(.foreign(list, of: planned.id, isNamed: list.issuer == pair.issued.certificate.subject))
      continue
    }
    findings += listFindings(list, pair, hierarchy, pairs, deviations, at: moment)
    judged.append(list.bytes)
  }
  for bundle in hierarchy.bundles where bundle.kind == .lists {
    guard let lists = files.lists[bundle.file] else { continue }
    let owned = lists.map { list in (list, pairs.values.filter { list.isIssued(by: $0.issued) }.min { $0.id < $1.id }) }
    for (list, owner) in owned {
      guard let owner, bundle.certificates.contains(owner.id) else {
        findings.append(.foreign(list, of: nil, isNamed: true))
        continue
      }
      guard !judged.contains(list.bytes) else { continue }
      judged.append(list.bytes)
      findings += listFindings(list, owner, hierarchy, pairs, deviations, at: moment)
    }
    findings += bundle.certificates.compactMap { pairs[$0] }.compactMap { pair in
      missingFinding(pair, in: bundle, owned.filter { $0.1?.id == pair.id }.map(\.0), files)
    }
  }
  return findings
}

/// What is said of a CRL by whoever is known to have signed it.
private func listFindings(
  _ list: IssuedRevocationList, _ pair: PlannedPair, _ hierarchy: PlannedHierarchy, _ pairs: Pairs,
  _ deviations: DeclaredDeviations, at moment: Moment?
) -> [CertificateFinding] {
  let children = hierarchy.authorities.filter { $0.issuer == pair.id || $0.id == pair.id }.compactMap { pairs[$0.id] }
  let revoked = children.filter {
    list.revoked.contains(hexadecimal($0.issued.certificate.serialNumber.bytes.drop { $0 == 0 }))
  }
  return revoked.map { .revoked($0, by: list) } + updateFindings(list, pair, at: moment)
    + hashFindings(list, pair) + formFindings(list, pair, deviations)
}

/// A day is in every plan; an hour is left to tools that date a CRL back.
private func updateFindings(
  _ list: IssuedRevocationList, _ pair: PlannedPair, at moment: Moment?
) -> [CertificateFinding] {
  guard let next = list.nextUpdate else {
    return [
      CertificateFinding(
        .wrongNextUpdate, "the CRL of `\(pair.id)` does not say when the next one is due",
        at: .of(list, "revocation.nextUpdateDays"), help: "sign one that does")
    ]
  }
  var findings: [CertificateFinding] = []
  let seconds = next.seconds - list.thisUpdate.seconds
  if let days = pair.planned.nextUpdateDays, abs(seconds - days * 86400) > 3600 {
    findings.append(
      CertificateFinding(
        .wrongNextUpdate,
        "the CRL of `\(pair.id)` is good for about \(seconds / 86400) days, where \(days) are planned",
        at: .of(list, "revocation.nextUpdateDays"), notes: pair.plannedHere("planned here"),
        help: "sign one that is good for \(days) days"))
  }
  if let moment, moment < list.thisUpdate || moment > next {
    findings.append(
      CertificateFinding(
        .listNotCurrent,
        "at \(moment) the CRL of `\(pair.id)` "
          + (moment < list.thisUpdate ? "is good only from \(list.thisUpdate)" : "was due anew \(next)"),
        at: .of(list, "revocation"), help: "sign it anew, and deliver it to all clusters"))
  }
  return findings
}

private func hashFindings(_ list: IssuedRevocationList, _ pair: PlannedPair) -> [CertificateFinding] {
  guard !["SHA-256", "SHA-384", "SHA-512"].contains(list.signatureHash) else { return [] }
  return [
    CertificateFinding(
      .weakSignatureHash, "the CRL of `\(pair.id)` is signed with `\(list.signatureHash)`",
      at: .of(list, "signatureHash"), help: "sign it anew with SHA-256 at least")
  ]
}

private func formFindings(
  _ list: IssuedRevocationList, _ pair: PlannedPair, _ deviations: DeclaredDeviations
) -> [CertificateFinding] {
  let number: ASN1ObjectIdentifier = [2, 5, 29, 20]
  let known: Set<ASN1ObjectIdentifier> = [number, .X509ExtensionID.authorityKeyIdentifier]
  var findings: [CertificateFinding] = []
  if list.extension(number) == nil, !deviations.hasUnnumberedList(pair.id) {
    findings.append(
      CertificateFinding(
        .irregularList, "the CRL of `\(pair.id)` has no number", at: .of(list, "revocation.number"),
        help: "have the tool number its CRLs"))
  }
  let identifier = list.extension(.X509ExtensionID.authorityKeyIdentifier)
    .flatMap { try? AuthorityKeyIdentifier($0) }?.keyIdentifier
  let own = (try? pair.issued.certificate.extensions.subjectKeyIdentifier)?.keyIdentifier
  if identifier == nil || identifier != own {
    findings.append(
      CertificateFinding(
        .irregularList,
        "the CRL of `\(pair.id)` \(identifier == nil ? "does not name the key that" : "names another key than the one that") has signed it",
        at: .of(list, "keyIdentifiers.authority"), help: "sign it anew", severity: identifier == nil ? nil : .error))
  }
  // A part of the certificates, or what has changed, is marked by an extension that is critical (sections 5.2.4, 5.2.5).
  findings += list.extensions.filter { !known.contains($0.oid) && $0.critical }.map {
    CertificateFinding(
      .irregularList, "the CRL of `\(pair.id)` has a critical extension that is not planned: \($0.oid)",
      at: .of(list, "extensions"), help: "sign one for all certificates, with all that is revoked", severity: .error)
  }
  return findings
}

private func missingFinding(
  _ pair: PlannedPair, in bundle: PlannedBundle, _ found: [IssuedRevocationList], _ files: IssuedFiles
) -> CertificateFinding? {
  let own = pair.planned.listFile.flatMap { files.lists[$0]?.first }
  let isOther = own.map { list in !found.isEmpty && !found.contains { $0.bytes == list.bytes } } ?? false
  guard found.isEmpty || isOther else { return nil }
  return CertificateFinding(
    .missingList,
    "`ca-crl.pem` of `\(bundle.cluster)` "
      + (isOther ? "has another CRL of `\(pair.id)` than the one it has signed" : "lacks the CRL of `\(pair.id)`"),
    at: .issued(bundle.file, "revocation"),
    notes: own.map { [.init(.of($0), "the CRL")] } ?? [],
    help: "put there the CRLs of \(listed(bundle.certificates))")
}

extension CertificateFinding {
  fileprivate static func several(_ second: IssuedRevocationList) -> CertificateFinding {
    CertificateFinding(
      .unreadableList, "a file for one CRL holds a second one", at: .of(second), help: "leave the newest there")
  }

  fileprivate static func foreign(
    _ list: IssuedRevocationList, of id: String?, isNamed: Bool
  ) -> CertificateFinding {
    let message =
      id.map { id in
        isNamed
          ? "the signature of the CRL is not that of `\(id)`"
          : "the CRL is not that of `\(id)`, but of `\(list.issuer)`"
      } ?? "a CRL is there that no authority of the plan has signed: it says that it is of `\(list.issuer)`"
    return CertificateFinding(
      .foreignList, message, at: .of(list, "signature"), help: "fetch it again from who has signed it")
  }

  fileprivate static func revoked(_ pair: PlannedPair, by list: IssuedRevocationList) -> CertificateFinding {
    CertificateFinding(
      .revokedAuthority, "the certificate of `\(pair.id)` is revoked", at: .of(pair.issued, "serialNumber"),
      notes: [.init(.of(list), "on this CRL")], help: "make a new key, and have it issued anew")
  }
}

extension CertificateFinding.Place {
  fileprivate static func of(_ list: IssuedRevocationList, _ property: String? = nil) -> Self {
    .issued(list.file, line: list.line, property)
  }

  fileprivate static func issued(_ file: String, _ property: String) -> Self { .issued(file, line: 1, property) }
}

extension PlannedPair {
  fileprivate var id: String { planned.id }
}
