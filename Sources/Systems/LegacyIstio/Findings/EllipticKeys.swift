internal import Diagnostics
internal import MeshModel
internal import MeshNames

extension FindingCode {
  static let ellipticKeys = FindingCode(
    623, "elliptic-keys", .warning,
    Explanation(
      meaning: "The certification authorities have ECDSA keys, and Citadel signs with them.",
      harm: """
        Citadel of the time was made for RSA keys: it reads others in one of several formats alone, and tools write them in \
        another. It ends when it starts, and no proxy gets a certificate.
        """,
      sources: ["istio/istio#11128", "istio/istio#8850"],
      wrong: .replicated("certificateAuthority: {intermediates: {key: {algorithm: ECDSA, curve: P256}}}"),
      right: .replicated(
        "certificateAuthority: {profile: strict, root: {key: {algorithm: RSA, size: 4096}}, intermediates: {key: {algorithm: RSA, size: 4096}}}"
      )))
}

extension Finding {
  static func ellipticKeys(at place: SourceRange, _ version: Located<Version>) -> Finding {
    Finding(
      .ellipticKeys, "Citadel of Istio \(version.value) was made for RSA keys", at: place,
      notes: [Annotation(version.range, "the release of Istio")],
      help: "`key: {algorithm: RSA, size: 2048}` for the intermediates is what it is known to take")
  }
}
