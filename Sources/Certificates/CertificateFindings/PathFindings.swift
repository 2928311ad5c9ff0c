package import Diagnostics

// What is wrong between certificates.
extension FindingCode {
  /// A certificate outside of the life of its issuer.
  package static let certificateOutlivesIssuer = FindingCode(
    569, "certificate-outlives-issuer", .warning,
    Explanation(
      meaning: """
        A certificate begins before its issuer or ends after it, although the plan nests them.
        """,
      harm: """
        The path is good only while all its certificates are. Whoever watches the last certificate does not see the \
        end coming; the issuer was asked to sign after its signing period.
        """,
      sources: ["istio/istio#18990"],
      wrongCertificate: "issuer ends 2030-01-01, certificate ends 2030-06-01",
      rightCertificate: "issuer ends 2035-01-01, certificate ends 2030-06-01"))

  /// Expired, or not valid yet.
  package static let notValidThen = FindingCode(
    570, "not-valid-then", .error,
    Explanation(
      meaning: "A certificate is not valid at the time that `--at` gives.",
      harm: "Every connection fails from the end of the first certificate of the path on.",
      sources: ["istio/istio#14516"],
      wrongCertificate: "--at 2031-01-01, valid until 2030-01-01",
      rightCertificate: "--at 2029-01-01, valid until 2030-01-01"))

  /// Signed by somebody else.
  package static let foreignIssuer = FindingCode(
    571, "foreign-issuer", .error,
    Explanation(
      meaning: "A certificate was not issued by the authority that the plan has for it.",
      harm: """
        Peers that trust the planned root refuse every workload below, and peers that trust the other root accept \
        what was never reviewed.
        """,
      wrongCertificate: "issuer: CN=Corporate Root",
      rightCertificate: "issuer: CN=Root CA"))

  /// A signature that is not valid.
  package static let brokenSignature = FindingCode(
    572, "broken-signature", .error,
    Explanation(
      meaning: "The signature of a certificate is not its issuer's.",
      harm: """
        The certificate was changed after it was signed, or damaged. Every verifier refuses it.
        """,
      sources: ["RFC 5280, section 6.1.3"],
      wrongCertificate: "signature: invalid",
      rightCertificate: "signature: valid"))

  /// No room for the authorities below.
  package static let issuedPathTooShort = FindingCode(
    573, "issued-path-too-short", .error,
    Explanation(
      meaning: """
        The path length of an issued certificate leaves no room for the authorities below it.
        """,
      harm: """
        istiod starts, because it checks the path only to its own CA. Below an intermediate, every connection fails; \
        below a root, peers that use Go or OpenSSL refuse what Envoy accepts.
        """,
      sources: ["RFC 5280, section 6.1.4"],
      wrongCertificate: "root: {pathLength: 0}, one authority below",
      rightCertificate: "root: {pathLength: 1}, one authority below"))

  /// One key for two authorities.
  package static let reusedKey = FindingCode(
    574, "reused-key", .error,
    Explanation(
      meaning: "Two authorities have the same key.",
      harm: "Whoever gets the key of one has the other; neither can be revoked or replaced alone.",
      wrongCertificate: "east and west: one key",
      rightCertificate: "east and west: a key each"))

  /// One serial number for two certificates.
  package static let reusedSerialNumber = FindingCode(
    575, "reused-serial-number", .error,
    Explanation(
      meaning: "Two certificates of one issuer have the same serial number.",
      harm: """
        A CRL names certificates by issuer and serial number: it cannot revoke one of them alone.
        """,
      sources: ["RFC 5280, section 4.1.2.2"],
      wrongCertificate: "east and west: serial 1",
      rightCertificate: "east and west: a number each"))

  /// A serial number that is no good.
  package static let weakSerialNumber = FindingCode(
    576, "weak-serial-number", .warning,
    Explanation(
      meaning: "A serial number is not positive, is longer than 20 bytes, or has less than 64 bits.",
      harm: """
        A serial number that can be guessed helps those who look for collisions of the hash, and numbers that are \
        counted are soon used twice.
        """,
      sources: ["RFC 5280, section 4.1.2.2", "CA/Browser Forum Baseline Requirements, section 7.1"],
      wrongCertificate: "serialNumber: 1",
      rightCertificate: "serialNumber: 20 unpredictable bytes"))

  /// A request that does not belong to the certificate.
  package static let wrongRequest = FindingCode(
    577, "wrong-request", .error,
    Explanation(
      meaning: """
        The request beside a certificate has another key, or is not signed with the key that it asks for.
        """,
      harm: """
        The certificate was made for a key that its owner may not have: istiod does not start, or somebody else \
        holds the key.
        """,
      sources: ["RFC 2986"],
      wrongCertificate: "ca.csr: another key than ca-cert.pem",
      rightCertificate: "ca.csr: the key of ca-cert.pem"))
}
