internal import CertificateFindings
internal import Diagnostics
internal import X509

/// The CRLs: each authority has one that it has signed, every cluster has them all, and nothing of the mesh is on them.
func checkRevocationLists(
  _ hierarchy: PlannedHierarchy, _ pairs: Pairs, _ others: [PlannedPair], _ files: IssuedFiles,
  _ deviations: DeclaredDeviations, at moment: Moment?
) -> [CertificateFinding] {
  var review = RevocationReview(
    hierarchy: hierarchy, pairs: pairs, others: others, files: files, deviations: deviations, moment: moment)
  for planned in hierarchy.authorities {
    review.look(atListOf: pairs[planned.id], in: planned.listFile)
  }
  for other in others { review.look(atListOf: other, in: other.listBeside) }
  for bundle in hierarchy.bundles where bundle.kind == .lists { review.look(at: bundle) }
  return review.findings
}

private struct RevocationReview {
  let hierarchy: PlannedHierarchy
  let pairs: Pairs
  /// Those that were or will be replaced, and whose CRLs are needed as well.
  let others: [PlannedPair]
  let files: IssuedFiles
  let deviations: DeclaredDeviations
  let moment: Moment?
  private(set) var findings: [CertificateFinding] = []
  /// The lists of which all is said: each lies in many files.
  private var judged: Set<[UInt8]> = []

  init(
    hierarchy: PlannedHierarchy, pairs: Pairs, others: [PlannedPair], files: IssuedFiles,
    deviations: DeclaredDeviations,
    moment: Moment?
  ) {
    (self.hierarchy, self.pairs, self.others, self.files) = (hierarchy, pairs, others, files)
    (self.deviations, self.moment) = (deviations, moment)
  }

  /// The file of an authority's own CRL.
  mutating func look(atListOf pair: PlannedPair?, in file: String?) {
    guard let pair, let lists = file.flatMap({ files.lists[$0] }), let list = lists.first else { return }
    if lists.count > 1 { findings.append(.several(lists[1])) }
    if list.isIssued(by: pair.issued) {
      judge(list, of: pair)
    } else {
      findings.append(.foreign(list, of: pair.planned.id, isNamed: list.issuer == pair.issued.certificate.subject))
    }
  }

  /// The `ca-crl.pem` of a cluster.
  mutating func look(at bundle: PlannedBundle) {
    guard let lists = files.lists[bundle.file] else { return }
    var found: [String: [IssuedRevocationList]] = [:]
    for list in lists {
      let owners = bundle.certificates.compactMap { pairs[$0] }
      if let owner = owners.first(where: { list.isIssued(by: $0.issued) }) {
        found[owner.planned.id, default: []].append(list)
        judge(list, of: owner)
      } else if let owner = others.first(where: { list.isIssued(by: $0.issued) }) {
        judge(list, of: owner)
      } else if !isPerhapsUnread(list, in: bundle) {
        findings.append(.foreign(list, of: nil, isNamed: true))
      }
    }
    guard !files.unreadableLists.contains(bundle.file) else { return }
    findings += bundle.certificates.compactMap { pairs[$0] }.compactMap { pair in
      missingFinding(pair, in: bundle, found[pair.planned.id] ?? [], files)
    }
    findings += others.compactMap { other in
      other.listBeside.flatMap { files.lists[$0]?.first }.flatMap { list in
        lists.contains { $0.bytes == list.bytes } ? nil : .missingOther(list, of: other.planned, in: bundle)
      }
    }
  }

  /// Whether a CRL may be that of an authority whose certificate could not be read, which is said already.
  private func isPerhapsUnread(_ list: IssuedRevocationList, in bundle: PlannedBundle) -> Bool {
    let readers = bundle.certificates.compactMap { pairs[$0] }
    return readers.count < bundle.certificates.count
      && !readers.contains { $0.issued.certificate.subject == list.issuer }
  }

  private mutating func judge(_ list: IssuedRevocationList, of pair: PlannedPair) {
    guard judged.insert(list.bytes).inserted else { return }
    let signed = hierarchy.authorities.filter { $0.issuer == pair.planned.id || $0.id == pair.planned.id }
    let revoked = signed.compactMap { pairs[$0.id] }.filter { list.revoked.contains($0.issued.shortSerialNumber) }
    findings += revoked.map { .revoked($0, by: list) }
    findings += checkRevocationList(list, pair, deviations, at: moment)
  }
}

extension PlannedPair {
  /// The file of its CRL, in the folder of its certificate.
  fileprivate var listBeside: String? {
    planned.otherLists.first { list in issued.file.hasPrefix(list.dropLast("crl.pem".utf8.count)) }
  }
}

extension IssuedCertificate {
  /// The number as a CRL has it, without the byte that only says that it is positive.
  fileprivate var shortSerialNumber: String { hexadecimal(certificate.serialNumber.bytes.drop { $0 == 0 }) }
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
      + (isOther
        ? "has another CRL of `\(pair.planned.id)` than the one it has signed"
        : "lacks the CRL of `\(pair.planned.id)`"),
    at: .issued(bundle.file, line: 1, "revocation"),
    notes: own.map { [.init(.of($0), "the CRL")] } ?? [],
    help: "put there the CRLs of \(listed(bundle.certificates))")
}

extension CertificateFinding {
  fileprivate static func missingOther(
    _ list: IssuedRevocationList, of planned: PlannedCertificate, in bundle: PlannedBundle
  ) -> CertificateFinding {
    CertificateFinding(
      .missingList,
      "`ca-crl.pem` of `\(bundle.cluster)` lacks the CRL of the other `\(planned.id)`, whose certificates are in "
        + "use, or will be", at: .issued(bundle.file, line: 1, "revocation"),
      notes: [.init(.of(list), "the CRL")],
      help: "deliver it, from before the act `\(planned.actName)-promote` until `\(planned.actName)-forget`")
  }

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
      .revokedAuthority, "the certificate of `\(pair.planned.id)` is revoked", at: .of(pair.issued, "serialNumber"),
      notes: [.init(.of(list), "on this CRL")], help: "make a new key, and have it issued anew")
  }
}
