internal import CertificateFindings
internal import Diagnostics

/// Keys and serial numbers that must be there once, and keys that nobody may have.
func checkIdentities(_ hierarchy: PlannedHierarchy, _ pairs: Pairs) -> [CertificateFinding] {
  var keys: [String: PlannedPair] = [:]
  var serials: [String: PlannedPair] = [:]
  var findings: [CertificateFinding] = []
  for pair in hierarchy.authorities.compactMap({ pairs[$0.id] }) {
    let key = pair.issued.keyFingerprint
    if let sample = sampleKeys[key] { findings.append(.sampleKey(pair, sample)) }
    if let first = keys[key], first.issued != pair.issued { findings.append(.reusedKey(pair, first)) }
    keys[key] = keys[key] ?? pair
    let serial = "\(pair.planned.issuer ?? pair.planned.id) \(pair.issued.serialNumber)"
    if let first = serials[serial], first.issued != pair.issued { findings.append(.reusedSerial(pair, first)) }
    serials[serial] = serials[serial] ?? pair
  }
  return findings
}

/// SHA-256 of the public keys in Istio's samples/certs, whose private keys lie beside them.
private let sampleKeys = [
  "42d8cfd1102e06e3f2579e68f9db4f787ec9cbcd1f19f1bae7934cee918c2fef": "ca-key.pem",
  "88e809261b157f0db238901c0033e6bfeba79793c20ab8af41963cdd41ce6600": "ca-key-alt.pem",
  "02f9ef016e164f12013c7e8d1f19b4ebd85738ef9cbee079a077bfd9166794cf": "ca-key-alt-2.pem",
]

extension CertificateFinding {
  fileprivate static func sampleKey(_ pair: PlannedPair, _ sample: String) -> CertificateFinding {
    CertificateFinding(
      .publicSampleKey, "`\(pair.planned.id)` has the key of Istio's samples/certs/\(sample), which everybody has",
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
      help: "have the tool choose serial numbers at random")
  }
}
