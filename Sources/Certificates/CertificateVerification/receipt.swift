internal import Digests
internal import YAMLWriting

/// The fingerprints of issued certificates as a document that can be committed: public data, the same from the same files.
func receipt(_ hierarchy: PlannedHierarchy, _ pairs: Pairs, _ files: IssuedFiles, plan: SHA256Digest) -> String {
  let document: YAMLValue = [
    "kind": "CertificateReceipt",
    "version": 1,
    "mesh": .string(hierarchy.mesh),
    "plan": ["sha256": .string(plan.description)],
    "certificates": .sequence(hierarchy.authorities.compactMap { pairs[$0.id] }.map(\.value)),
    "files": .sequence(hierarchy.bundles.filter { $0.kind != .lists }.map { $0.value(files) }),
  ]
  return document.json
}

extension PlannedPair {
  fileprivate var value: YAMLValue {
    [
      "authority": .string(planned.id),
      "file": .string(issued.file),
      "subject": .string(issued.words(for: .subject)),
      "serialNumber": .string(issued.serialNumber),
      "notBefore": .string("\(issued.notBefore)"),
      "notAfter": .string("\(issued.notAfter)"),
      "sha256": .string(issued.fingerprint),
      "publicKeySHA256": .string(issued.keyFingerprint),
    ]
  }
}

extension PlannedBundle {
  fileprivate func value(_ files: IssuedFiles) -> YAMLValue {
    [
      "cluster": .string(cluster), "file": .string(file),
      "certificates": .strings((files.certificates[file] ?? []).map(\.fingerprint)),
    ]
  }
}
