internal import CertificateFindings
internal import Diagnostics

/// Keys and serial numbers that must be there once, and keys that nobody may have.
func checkIdentities(
  _ hierarchy: PlannedHierarchy, _ pairs: Pairs, _ publicKeys: [String: String]
) -> [CertificateFinding] {
  var keys: [String: PlannedPair] = [:]
  var serials: [String: PlannedPair] = [:]
  var findings: [CertificateFinding] = []
  for pair in hierarchy.authorities.compactMap({ pairs[$0.id] }) {
    let key = pair.issued.keyFingerprint
    if let sample = publicKeys[key] { findings.append(.sampleKey(pair, sample)) }
    if let first = keys[key], first.issued != pair.issued { findings.append(.reusedKey(pair, first)) }
    keys[key] = keys[key] ?? pair
    let serial = "\(pair.planned.issuer ?? pair.planned.id) \(pair.issued.serialNumber)"
    if let first = serials[serial], first.issued != pair.issued { findings.append(.reusedSerial(pair, first)) }
    serials[serial] = serials[serial] ?? pair
  }
  return findings
}

extension CertificateFinding {
  fileprivate static func sampleKey(_ pair: PlannedPair, _ sample: String) -> CertificateFinding {
    CertificateFinding(
      .publicSampleKey, "`\(pair.planned.id)` has a key that everybody has: \(sample)",
      at: .of(pair.issued, "key"), help: "make a key in the ceremony, and replace whatever this one has signed")
  }

  fileprivate static func reusedKey(_ pair: PlannedPair, _ first: PlannedPair) -> CertificateFinding {
    CertificateFinding(
      .reusedKey, "`\(pair.planned.id)` has the key of `\(first.planned.id)`", at: .of(pair.issued, "key"),
      notes: [.init(.of(first.issued, "key"), "the same key")], help: "make a key for each authority")
  }

  fileprivate static func reusedSerial(_ pair: PlannedPair, _ first: PlannedPair) -> CertificateFinding {
    CertificateFinding(
      .reusedSerialNumber, "`\(pair.planned.id)` has the serial number of `\(first.planned.id)`, by the same issuer",
      at: .of(pair.issued, "serialNumber"), notes: [.init(.of(first.issued, "serialNumber"), "the same number")],
      help: "have the tool choose serial numbers that nobody can guess")
  }
}
