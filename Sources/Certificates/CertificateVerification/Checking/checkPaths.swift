internal import CertificateFindings
internal import Diagnostics
internal import X509

/// The certificates that can be compared with the plan, by the ids of their authorities.
typealias Pairs = [String: PlannedPair]

/// Who signed whom, how deep, and for how long.
func checkPaths(_ hierarchy: PlannedHierarchy, _ pairs: Pairs) -> [CertificateFinding] {
  hierarchy.authorities.flatMap { planned -> [CertificateFinding] in
    guard let pair = pairs[planned.id] else { return [] }
    let depth = depthFindings(pair, hierarchy)
    guard let issuer = pairs[planned.issuer ?? planned.id] else { return depth }
    return depth + issuerFindings(pair, by: issuer)
      + (planned.issuer == nil ? [] : nestingFindings(pair, in: issuer) + constraintFindings(pair, hierarchy, pairs))
  }
}

/// A path length too small for the authorities that are planned below, whatever is planned for itself.
private func depthFindings(_ pair: PlannedPair, _ hierarchy: PlannedHierarchy) -> [CertificateFinding] {
  let depth = hierarchy.depth(below: pair.planned.id)
  guard let length = pair.issued.pathLength, length < depth else { return [] }
  let harm =
    pair.planned.issuer == nil
    ? "peers that use Go or OpenSSL refuse every workload, although istiod starts"
    : "every connection fails, although istiod starts"
  return [
    CertificateFinding(
      .issuedPathTooShort,
      "`\(pair.planned.id)` has path length \(length) above \(depth) more authorit\(depth == 1 ? "y" : "ies"): \(harm)",
      at: .of(pair.issued, "basicConstraints.pathLength"), help: "issue it anew with at least \(depth)")
  ]
}

private func issuerFindings(_ pair: PlannedPair, by issuer: PlannedPair) -> [CertificateFinding] {
  let (child, parent) = (pair.issued.certificate, issuer.issued.certificate)
  let note = [CertificateFinding.Note(.of(issuer.issued, "subject"), "the issuer that is planned")]
  let keyIdentifier = (try? child.extensions.authorityKeyIdentifier)?.keyIdentifier
  let parentIdentifier = (try? parent.extensions.subjectKeyIdentifier)?.keyIdentifier
  let isNamed = child.issuer == parent.subject
  let isIdentified = (keyIdentifier == nil || keyIdentifier == parentIdentifier) && namesSerialNumber(child, of: parent)
  let isSigned = parent.publicKey.isValidSignature(child.signature, for: child)
  if isNamed, isIdentified, isSigned { return [] }
  if isSigned, isNamed {
    return [
      CertificateFinding(
        .wrongKeyIdentifier,
        "`\(pair.planned.id)` names another key than that of `\(issuer.planned.id)`, which has signed it",
        at: .of(pair.issued, "keyIdentifiers.authority"), notes: note, help: "issue it anew")
    ]
  }
  if isNamed, isIdentified {
    return [
      CertificateFinding(
        .brokenSignature, "the signature of `\(pair.planned.id)` is not that of `\(issuer.planned.id)`",
        at: .of(pair.issued, "signature"), notes: note,
        help: "the certificate was changed after it was signed, or damaged: fetch it again from who has signed it")
    ]
  }
  return [
    CertificateFinding(
      .foreignIssuer,
      "`\(pair.planned.id)` was not issued by `\(issuer.planned.id)`, but by `\(child.issuer)`"
        + (isNamed ? " with another key" : ""),
      at: .of(pair.issued, "issuer"), notes: note, help: "have it issued by `\(issuer.planned.id)`")
  ]
}

/// Whether what a certificate says of its issuer beside the key is right: who has signed that, and under which number.
private func namesSerialNumber(_ child: Certificate, of parent: Certificate) -> Bool {
  guard let identifier = try? child.extensions.authorityKeyIdentifier else { return true }
  let isIssuer = identifier.authorityCertIssuer.map { $0.contains(.directoryName(parent.issuer)) } ?? true
  return isIssuer && identifier.authorityCertSerialNumber.map { $0 == parent.serialNumber } ?? true
}

/// Whether a life lies inside of the issuer's, where the plan has it so; an hour is left to clocks.
private func nestingFindings(_ pair: PlannedPair, in issuer: PlannedPair) -> [CertificateFinding] {
  guard pair.planned.lifetimeDays < issuer.planned.lifetimeDays else { return [] }
  let (child, parent) = (pair.issued, issuer.issued)
  let isEarly = child.notBefore.seconds < parent.notBefore.seconds - 3600
  guard isEarly || child.notAfter > parent.notAfter else { return [] }
  let what =
    isEarly
    ? "begins \(child.notBefore), before `\(issuer.planned.id)` does"
    : "ends \(child.notAfter), after `\(issuer.planned.id)` does"
  return [
    CertificateFinding(
      .certificateOutlivesIssuer, "`\(pair.planned.id)` \(what)", at: .of(child, "validity"),
      notes: [.init(.of(parent, "validity"), "good from \(parent.notBefore) to \(parent.notAfter)")],
      help: "replace `\(issuer.planned.id)` before it signs for longer than it lives")
  ]
}

/// Names of a certificate that an authority above it does not allow (RFC 5280, section 4.2.1.10).
private func constraintFindings(_ pair: PlannedPair, _ hierarchy: PlannedHierarchy, _ pairs: Pairs)
  -> [CertificateFinding]
{
  var findings: [CertificateFinding] = []
  var above = pair.planned.issuer
  while let id = above, let issuer = pairs[id] {
    above = issuer.planned.issuer
    guard let constraints = try? issuer.issued.certificate.extensions.nameConstraints else { continue }
    let (permitted, excluded) = (constraints.permittedSubtrees.dnsNames, constraints.excludedSubtrees.dnsNames)
    for name in pair.issued.names.dnsNames
    where !permitted.isEmpty && !permitted.contains(where: { isBelow(name, $0) })
      || excluded.contains(where: { isBelow(name, $0) })
    {
      findings.append(
        CertificateFinding(
          .wrongNameConstraints, "`\(pair.planned.id)` has the name `\(name)`, which `\(id)` does not allow",
          at: .of(pair.issued, "subjectAltNames.dns"),
          notes: [.init(.of(issuer.issued, "nameConstraints"), "constrained here")],
          help: "issue it anew without the name, or its issuer with the constraints that are planned"))
    }
  }
  return findings
}

extension [GeneralName] {
  fileprivate var dnsNames: [String] { compactMap { if case .dnsName(let name) = $0 { name } else { nil } } }
}

private func isBelow(_ name: String, _ subtree: String) -> Bool {
  let (name, subtree) = (name.lowercased(), subtree.lowercased())
  return subtree.isEmpty || name == subtree || name.hasSuffix("." + subtree)
}
