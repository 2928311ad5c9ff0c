internal import CertificateFindings
internal import Diagnostics
internal import SwiftASN1
internal import X509

/// A certificate with what the plan says of it.
struct PlannedPair {
  let planned: PlannedCertificate
  let issued: IssuedCertificate
  let planFile: String

  /// The place in the plan, for a finding that compares with it.
  func plannedHere(_ words: String) -> [CertificateFinding.Note] {
    [.init(.plan(planFile, line: planned.line), words)]
  }
}

/// Compares the properties of one certificate with the plan and with what its tool is known to do otherwise.
func checkProperties(_ pair: PlannedPair, _ deviations: DeclaredDeviations) -> [CertificateFinding] {
  let differing = CertificateProperty.allCases.compactMap { property -> CertificateFinding? in
    let (issued, planned) = (pair.issued.words(for: property), pair.planned.values[property] ?? "none")
    guard issued != planned, !deviations.allow(issued, for: property, of: pair.planned.id) else { return nil }
    return difference(pair, property, issued: issued, planned: planned)
  }
  return differing + extensionFindings(pair) + identifierFindings(pair) + lifetimeFindings(pair)
    + serialFindings(pair)
}

private func difference(
  _ pair: PlannedPair, _ property: CertificateProperty, issued: String, planned: String
) -> CertificateFinding {
  let code = code(for: property, issued: issued, planned: planned)
  let verb = property == .pathLength && issued == "none" ? "has no path length" : "has `\(issued)`"
  return CertificateFinding(
    code, "the certificate of `\(pair.planned.id)` \(verb), where `\(planned)` is planned",
    at: .of(pair.issued, property.rawValue), notes: pair.plannedHere("planned here"),
    help: code.severity == .error ? "issue the certificate anew as it is planned" : nil)
}

private func code(for property: CertificateProperty, issued: String, planned: String) -> FindingCode {
  switch property {
  case .subject: isReordered(issued, planned) ? .reorderedSubject : .wrongSubject
  case .key: .wrongCertificateKey
  case .signatureHash: isLonger(issued, planned) ? .longerSignatureHash : .weakSignatureHash
  case .pathLength: .wrongBasicConstraints
  case .keyUsage: .wrongKeyUsage
  case .dnsNames, .uriNames: .wrongAlternativeNames
  case .nameConstraints: .wrongNameConstraints
  }
}

private func isReordered(_ issued: String, _ planned: String) -> Bool {
  issued.split(separator: ", ").sorted() == planned.split(separator: ", ").sorted()
}

private func isLonger(_ issued: String, _ planned: String) -> Bool {
  let hashes = ["SHA-256", "SHA-384", "SHA-512"]
  guard let first = hashes.firstIndex(of: issued), let second = hashes.firstIndex(of: planned) else { return false }
  return first > second
}

/// What must be critical, what no authority may have, and what nobody has planned.
private func extensionFindings(_ pair: PlannedPair) -> [CertificateFinding] {
  let (id, issued) = (pair.planned.id, pair.issued)
  var findings: [CertificateFinding] = []
  if !issued.isAuthority {
    findings.append(
      CertificateFinding(
        .wrongBasicConstraints, "the certificate of `\(id)` is not that of an authority",
        at: .of(issued, "basicConstraints.ca"), help: "issue it anew, as the certificate of a CA"))
  }
  let critical: [(ASN1ObjectIdentifier, String, FindingCode)] = [
    (.X509ExtensionID.basicConstraints, "basicConstraints", .wrongBasicConstraints),
    (.X509ExtensionID.keyUsage, "keyUsage", .wrongKeyUsage),
    (.X509ExtensionID.nameConstraints, "nameConstraints", .wrongNameConstraints),
  ]
  for (name, property, code) in critical where issued.isCritical(name) == false {
    findings.append(
      CertificateFinding(
        code, "`\(property)` of `\(id)` is not critical: who does not know it takes no notice",
        at: .of(issued, "\(property).critical"), help: "issue the certificate anew with the extension critical"))
  }
  if issued.isCritical(.X509ExtensionID.extendedKeyUsage) != nil {
    let usages = (try? issued.certificate.extensions.extendedKeyUsage).map { $0.map { "\($0)" } } ?? []
    findings.append(
      CertificateFinding(
        .extendedKeyUsage, "the certificate of `\(id)` has an extended key usage: \(listInWords(usages))",
        at: .of(issued, "extendedKeyUsage"), help: "issue it anew without one"))
  }
  let others = issued.names.filter { !$0.isDNSOrURI }
  if !others.isEmpty {
    findings.append(
      CertificateFinding(
        .wrongAlternativeNames,
        "the certificate of `\(id)` has names of kinds that no plan has: \(listInWords(others.map { "\($0)" }))",
        at: .of(issued, "subjectAltNames"), help: "issue it anew without them"))
  }
  return findings + unplannedExtensions(pair)
}

private func unplannedExtensions(_ pair: PlannedPair) -> [CertificateFinding] {
  let known: Set<ASN1ObjectIdentifier> = [
    .X509ExtensionID.authorityKeyIdentifier, .X509ExtensionID.subjectKeyIdentifier, .X509ExtensionID.keyUsage,
    .X509ExtensionID.subjectAlternativeName, .X509ExtensionID.basicConstraints, .X509ExtensionID.nameConstraints,
    .X509ExtensionID.extendedKeyUsage,
  ]
  return pair.issued.certificate.extensions.filter { !known.contains($0.oid) }.map { found in
    CertificateFinding(
      .unplannedExtension,
      "the certificate of `\(pair.planned.id)` has an extension that is not planned: \(found.oid)\(found.critical ? ", critical" : "")",
      at: .of(pair.issued, "extensions"), help: "issue it anew without it, or make sure that it narrows nothing",
      severity: found.critical ? .error : nil)
  }
}

private func identifierFindings(_ pair: PlannedPair) -> [CertificateFinding] {
  let extensions = pair.issued.certificate.extensions
  let has = (try? extensions.subjectKeyIdentifier) != nil
  let names = (try? extensions.authorityKeyIdentifier)?.keyIdentifier != nil
  let missing =
    (has ? [] : ["its own key's"]) + (names || !pair.planned.hasAuthorityKeyIdentifier ? [] : ["its issuer's"])
  let critical = [ASN1ObjectIdentifier.X509ExtensionID.subjectKeyIdentifier, .X509ExtensionID.authorityKeyIdentifier]
    .filter { pair.issued.isCritical($0) == true }
  if !critical.isEmpty {
    return [
      CertificateFinding(
        .wrongKeyIdentifier, "a key identifier of `\(pair.planned.id)` is critical, which strict verifiers refuse",
        at: .of(pair.issued, "keyIdentifiers"), help: "issue the certificate anew")
    ]
  }
  guard !missing.isEmpty else { return [] }
  return [
    CertificateFinding(
      .wrongKeyIdentifier, "the certificate of `\(pair.planned.id)` lacks \(listed(missing)) identifier",
      at: .of(pair.issued, "keyIdentifiers"), notes: pair.plannedHere("planned here"),
      help: "issue it anew with the identifiers")
  ]
}

/// An hour is left to tools that date a certificate back, by five minutes say.
private func lifetimeFindings(_ pair: PlannedPair) -> [CertificateFinding] {
  let seconds = pair.issued.notAfter.seconds - pair.issued.notBefore.seconds
  guard abs(seconds - pair.planned.lifetimeDays * 86400) > 3600 else { return [] }
  let days = seconds.isMultiple(of: 86400) ? "\(seconds / 86400)" : "about \(seconds / 86400)"
  return [
    CertificateFinding(
      .wrongLifetime,
      "the certificate of `\(pair.planned.id)` lives \(days) days, where \(pair.planned.lifetimeDays) are planned",
      at: .of(pair.issued, "lifetimeDays"), notes: pair.plannedHere("planned here"),
      help: "issue it anew for \(pair.planned.lifetimeDays) days")
  ]
}

private func serialFindings(_ pair: PlannedPair) -> [CertificateFinding] {
  let bytes = Array(pair.issued.certificate.serialNumber.bytes.drop { $0 == 0 })
  // cfssl, Go and OpenSSL fill all bytes; a random number of 64 bits begins with a zero byte once in 256 times.
  guard bytes.count < 7 || bytes.count > 20 else { return [] }
  return [
    CertificateFinding(
      .weakSerialNumber, "the serial number of `\(pair.planned.id)` has \(bytes.count) bytes, where 8 to 20 are good",
      at: .of(pair.issued, "serialNumber"), help: "have the tool choose serial numbers that nobody can guess")
  ]
}
