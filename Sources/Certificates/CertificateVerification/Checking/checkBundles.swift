internal import CertificateFindings
internal import Diagnostics

/// The files of `cacerts`: each holds the planned certificates in their order.
func checkBundles(
  _ hierarchy: PlannedHierarchy, _ pairs: Pairs, _ files: IssuedFiles, misplaced: Set<String>
) -> [CertificateFinding] {
  hierarchy.bundles.flatMap { bundle -> [CertificateFinding] in
    // What is missing, cannot be read, or lies in another's place, is said already.
    guard let found = files.certificates[bundle.file], !found.isEmpty, misplaced.isDisjoint(with: bundle.certificates)
    else { return [] }
    let planned = bundle.certificates.compactMap { pairs[$0] }
    let unread = bundle.certificates.filter { pairs[$0] == nil }.compactMap(hierarchy.authority)
    guard unread.isEmpty else {
      return bundle.kind == .lists ? [] : foreignFindings(bundle, found, planned, but: unread, pairs)
    }
    return switch bundle.kind {
    case .certificate, .lists: []
    case .chain: chainFindings(bundle, found, planned, pairs)
    case .anchors: anchorFindings(bundle, found, planned, pairs)
    }
  }
}

private func chainFindings(
  _ bundle: PlannedBundle, _ found: [IssuedCertificate], _ planned: [PlannedPair], _ pairs: Pairs
) -> [CertificateFinding] {
  let missing = planned.filter { !found.contains($0.issued) }
  let foreign = found.filter { certificate in !planned.contains { $0.issued == certificate } }
  let place = CertificateFinding.Place.issued(bundle.file, line: found[0].line)
  let help = "put there, in this order: \(listed(bundle.certificates))"
  var findings = missing.map {
    CertificateFinding(
      .incompleteChain, "the chain of `\(bundle.cluster)` lacks the certificate of `\($0.planned.id)`", at: place,
      notes: [.init(.of($0.issued), "the certificate")], help: help)
  }
  findings += foreign.map {
    CertificateFinding(
      .foreignCertificate, "the chain of `\(bundle.cluster)` holds \(name(of: $0, pairs)), which is not planned there",
      at: .of($0, "subject"), help: help)
  }
  if findings.isEmpty, found != planned.map(\.issued) {
    let repeated = found.count > planned.count
    findings.append(
      CertificateFinding(
        repeated ? .foreignCertificate : .wrongChainOrder,
        "the chain of `\(bundle.cluster)` "
          + (repeated ? "holds a certificate twice" : "is in another order than planned"),
        at: place, help: help))
  }
  return findings
}

/// What lies in a file while it is not known what belongs there: nothing that has none of the names that do.
private func foreignFindings(
  _ bundle: PlannedBundle, _ found: [IssuedCertificate], _ planned: [PlannedPair], but unread: [PlannedCertificate],
  _ pairs: Pairs
) -> [CertificateFinding] {
  let names = Set(unread.map { $0.values[.subject] })
  let foreign = found.filter { certificate in
    !planned.contains { $0.issued == certificate } && !names.contains(certificate.words(for: .subject))
  }
  return foreign.map {
    CertificateFinding(
      bundle.kind == .anchors ? .wrongAnchors : .foreignCertificate,
      "`\(bundle.cluster)` is given \(name(of: $0, pairs)), which is not planned there", at: .of($0, "subject"),
      help: "put there the certificates of \(listed(bundle.certificates)), and no others")
  }
}

/// Anchors have no order; they are compared as a set.
private func anchorFindings(
  _ bundle: PlannedBundle, _ found: [IssuedCertificate], _ planned: [PlannedPair], _ pairs: Pairs
) -> [CertificateFinding] {
  let missing = planned.filter { !found.contains($0.issued) }.map(\.planned.id)
  let foreign = found.filter { certificate in !planned.contains { $0.issued == certificate } }
  guard !missing.isEmpty || !foreign.isEmpty else { return [] }
  let parts =
    (foreign.isEmpty ? [] : ["trusts " + listed(foreign.map { name(of: $0, pairs) })])
    + (missing.isEmpty ? [] : ["does not trust " + listed(missing.map { "`\($0)`" })])
  return [
    CertificateFinding(
      .wrongAnchors, "`\(bundle.cluster)` \(parts.joined(separator: " and "))",
      at: .issued(bundle.file, line: (foreign.first ?? found[0]).line, "anchors"),
      help: "put there the certificates of \(listed(bundle.certificates)), and no others")
  ]
}

/// What a reader would call a certificate: its authority, if the plan has it, or its subject.
func name(of certificate: IssuedCertificate, _ pairs: Pairs) -> String {
  let known = pairs.values.filter { $0.issued == certificate }.map(\.planned.id).min()
  return known.map { "`\($0)`" } ?? "a certificate of `\(certificate.subjectParts.joined(separator: ", "))`"
}
