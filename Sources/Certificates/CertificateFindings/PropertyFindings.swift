package import Diagnostics

// Properties of one certificate that are not those of the plan.
extension FindingCode {
  /// Another subject.
  package static let wrongSubject = FindingCode(
    556, "wrong-subject", .error,
    Explanation(
      meaning: "The subject of a certificate is not the planned one.",
      harm: """
        Certificates name their issuer by its subject. A name that differs from the plan hides which authority has \
        signed, and two authorities can end with the same.
        """,
      sources: ["RFC 5280, section 4.1.2.6"],
      wrongCertificate: "subject: O=Example, CN=CA",
      rightCertificate: "subject: O=Example, CN=Cluster CA, L=east"))

  /// The planned subject in another order.
  package static let reorderedSubject = FindingCode(
    557, "reordered-subject", .warning,
    Explanation(
      meaning: "The subject has the planned parts in another order.",
      harm: """
        It weakens nothing, but a name is compared as it was issued: a successor with the same key must have it in \
        the same order.
        """,
      sources: ["RFC 5280, section 7.1"],
      wrongCertificate: "subject: L=east, O=Example, CN=Cluster CA",
      rightCertificate: "subject: O=Example, CN=Cluster CA, L=east"))

  /// Another kind of key.
  package static let wrongCertificateKey = FindingCode(
    558, "wrong-certificate-key", .error,
    Explanation(
      meaning: "The key of a certificate has another algorithm, size or curve than planned.",
      harm: """
        A weaker key is easier to break for as long as the authority lives; a key of another kind may be one that \
        some proxies do not take, such as Ed25519.
        """,
      sources: ["istio/istio#27238"],
      wrongCertificate: "key: RSA 2048",
      rightCertificate: "key: ECDSA P-256"))

  /// A weaker hash than planned.
  package static let weakSignatureHash = FindingCode(
    559, "weak-signature-hash", .error,
    Explanation(
      meaning: """
        A certificate is signed with a weaker hash than planned, or with one that nobody should use.
        """,
      harm: "Collisions of a weak hash make forged certificates; verifiers of today refuse SHA-1.",
      sources: ["RFC 9155"],
      wrongCertificate: "signatureHash: SHA-1",
      rightCertificate: "signatureHash: SHA-256"))

  /// A longer hash than planned.
  package static let longerSignatureHash = FindingCode(
    560, "longer-signature-hash", .note,
    Explanation(
      meaning: "A certificate is signed with a longer hash than planned.",
      harm: """
        It weakens nothing: some tools choose the hash by the size of the key. The plan names the weakest.
        """,
      sources: ["cloudflare/cfssl, signer/signer.go, DefaultSigAlgo"],
      wrongCertificate: "signatureHash: SHA-512, planned: SHA-256",
      rightCertificate: "signatureHash: SHA-256, planned: SHA-256"))

  /// Other basic constraints.
  package static let wrongBasicConstraints = FindingCode(
    561, "wrong-basic-constraints", .error,
    Explanation(
      meaning: """
        The basic constraints are not the planned ones: no CA, not critical, or another path length.
        """,
      harm: """
        Without a path length below the root, whoever holds the key can make authorities of his own, and Envoy \
        accepts what they sign. With one that is too small, proxies refuse each other.
        """,
      sources: ["RFC 5280, section 4.2.1.9", "cert-manager/cert-manager#2820"],
      wrongCertificate: "basicConstraints: {ca: true}",
      rightCertificate: "basicConstraints: {critical: true, ca: true, pathLength: 0}"))

  /// Another key usage.
  package static let wrongKeyUsage = FindingCode(
    562, "wrong-key-usage", .error,
    Explanation(
      meaning: "The key usage is not the planned one, or is not critical.",
      harm: """
        Without `keyCertSign` nothing that the authority signs is accepted, without `cRLSign` no CRL. A usage more \
        is a use more that the key can be put to.
        """,
      sources: ["RFC 5280, section 4.2.1.3"],
      wrongCertificate: "keyUsage: {critical: true, bits: [keyCertSign]}",
      rightCertificate: "keyUsage: {critical: true, bits: [keyCertSign, cRLSign]}"))

  /// An extended key usage of an authority.
  package static let extendedKeyUsage = FindingCode(
    563, "extended-key-usage", .error,
    Explanation(
      meaning: "A certificate of an authority has an extended key usage.",
      harm: """
        istiod starts with `serverAuth` alone, and then peers written in Go refuse the certificates of clients, \
        because an extended key usage of a CA bounds what is below it; with any other it does not start.
        """,
      sources: ["RFC 5280, section 4.2.1.12", "istio/istio, security/pkg/pki/util/keycertbundle.go"],
      wrongCertificate: "extendedKeyUsage: [serverAuth]",
      rightCertificate: "extendedKeyUsage: []"))

  /// Other alternative names.
  package static let wrongAlternativeNames = FindingCode(
    564, "wrong-alternative-names", .error,
    Explanation(
      meaning: "The subject alternative names are not the planned ones.",
      harm: """
        A name that was not reviewed can be claimed by whoever holds the key; one that is missing is not there for \
        those who ask for it.
        """,
      sources: ["RFC 5280, section 4.2.1.6"],
      wrongCertificate: "subjectAltNames: {dns: []}",
      rightCertificate: "subjectAltNames: {dns: [istiod.istio-system.svc]}"))

  /// Other name constraints.
  package static let wrongNameConstraints = FindingCode(
    565, "wrong-name-constraints", .error,
    Explanation(
      meaning: "The name constraints are not the planned ones, or are broken by a certificate below.",
      harm: """
        Without them the authority can sign any name. One that nobody has planned breaks mutual TLS as soon as a \
        name falls outside.
        """,
      sources: ["istio/istio#23916", "RFC 5280, section 4.2.1.10"],
      wrongCertificate: "nameConstraints: none",
      rightCertificate: "nameConstraints: {permitted: {dns: [svc]}}"))

  /// Wrong key identifiers.
  package static let wrongKeyIdentifier = FindingCode(
    566, "wrong-key-identifier", .error,
    Explanation(
      meaning: """
        A certificate lacks the identifier of its key or of its issuer's, or names another key.
        """,
      harm: """
        Verifiers find the issuer by it where two have the same name, as they do while a root is replaced; a wrong \
        one leads them to a key that has not signed.
        """,
      sources: ["RFC 5280, sections 4.2.1.1 and 4.2.1.2"],
      wrongCertificate: "keyIdentifiers: none",
      rightCertificate: "keyIdentifiers: {subject: true, authority: true}"))

  /// An extension that nobody has planned.
  package static let unplannedExtension = FindingCode(
    567, "unplanned-extension", .warning,
    Explanation(
      meaning: "A certificate has an extension that the plan does not have.",
      harm: """
        What was not reviewed can narrow or widen what the authority may do; a critical one that a verifier does not \
        know makes it refuse everything below.
        """,
      sources: ["RFC 5280, section 4.2"],
      wrongCertificate: "extensions: 1.2.3.4, critical",
      rightCertificate: "extensions: those of the plan"))

  /// Another lifetime.
  package static let wrongLifetime = FindingCode(
    568, "wrong-lifetime", .error,
    Explanation(
      meaning: """
        A certificate lives longer or shorter than planned; an hour is left to tools that date it back.
        """,
      harm: """
        Renewals are due by the plan. What ends before takes the mesh down; what lives longer stays dangerous after \
        its key is lost.
        """,
      sources: ["istio/istio#14516"],
      wrongCertificate: "lifetimeDays: 3650",
      rightCertificate: "lifetimeDays: 365"))
}
