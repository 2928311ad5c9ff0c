package import Diagnostics

// What is wrong with certificate revocation lists.
extension FindingCode {
  /// A file that holds no list, or something besides.
  package static let unreadableList = FindingCode(
    583, "unreadable-crl", .error,
    Explanation(
      meaning: "A file of CRLs holds something else than CRLs in PEM.",
      harm: "istiod reads `ca-crl.pem` when it starts, and does not start with one that it cannot read.",
      sources: ["RFC 5280, section 5.1", "RFC 7468, section 6"],
      wrongCertificate: "east/ca-crl.pem: -----BEGIN CERTIFICATE-----",
      rightCertificate: "east/ca-crl.pem: -----BEGIN X509 CRL-----"))

  /// A list by somebody else.
  package static let foreignList = FindingCode(
    584, "foreign-crl", .error,
    Explanation(
      meaning: "A CRL was not signed by the authority that it should be of, or was changed afterwards.",
      harm: """
        istiod does not start without a CRL of each authority of its chain. Whoever could put a CRL of his own there \
        could have every peer refused, or keep a revoked one in the mesh.
        """,
      sources: ["RFC 5280, section 6.3.3"],
      wrongCertificate: "root/crl.pem: signed by another key",
      rightCertificate: "root/crl.pem: signed by root"))

  /// A bundle that lacks a list.
  package static let missingList = FindingCode(
    585, "missing-crl", .error,
    Explanation(
      meaning: "`ca-crl.pem` lacks the CRL of an authority of the mesh, or has an older one.",
      harm: """
        istiod does not start without those of its own chain. Without that of another cluster's authority, proxies refuse \
        every peer of that cluster: Envoy wants a CRL of each authority of a chain as soon as it has one.
        """,
      sources: ["istio/istio, releasenotes of 1.27", "envoyproxy/envoy, CertificateValidationContext.crl"],
      wrongCertificate: "east/ca-crl.pem: cluster-east, root",
      rightCertificate: "east/ca-crl.pem: cluster-east, root, cluster-west"))

  /// An authority of the plan that is revoked.
  package static let revokedAuthority = FindingCode(
    586, "revoked-authority", .error,
    Explanation(
      meaning: "The certificate of one of the mesh's own authorities is on a CRL.",
      harm: "Peers refuse everything below it, from the moment when proxies read the CRL on.",
      sources: ["RFC 5280, section 6.3"],
      wrongCertificate: "root/crl.pem: revokes cluster-east",
      rightCertificate: "east/ca-cert.pem: issued anew, with another key"))

  /// Another interval than planned.
  package static let wrongNextUpdate = FindingCode(
    587, "wrong-next-update", .error,
    Explanation(
      meaning: "A CRL is good for longer or shorter than planned, or says nothing of the next one.",
      harm: """
        By the plan it is known when the next one is due. One that ends before takes the mesh down; one that is good for \
        longer delays what is revoked for whoever has it.
        """,
      sources: ["RFC 5280, section 5.1.2.5"],
      wrongCertificate: "nextUpdateDays: 365",
      rightCertificate: "nextUpdateDays: 30"))

  /// Not good at a time.
  package static let listNotCurrent = FindingCode(
    588, "crl-not-current", .error,
    Explanation(
      meaning: "A CRL is not good at the time that `--at` gives.",
      harm: "Proxies refuse every peer whose chain has an authority without a CRL that is good.",
      sources: ["RFC 5280, section 6.3.3"],
      wrongCertificate: "--at 2030-06-01, next update 2030-01-31",
      rightCertificate: "--at 2030-01-15, next update 2030-01-31"))

  /// A list that says less, or other things, than it should.
  package static let irregularList = FindingCode(
    589, "irregular-crl", .warning,
    Explanation(
      meaning: "A CRL has no number or no identifier of its issuer's key, or is for a part of the certificates alone.",
      harm: """
        Without a number, nobody can tell an old CRL from a new one but by its date. What is only for a part of the \
        certificates, or says what has changed, is refused by those who do not know it, or takes the place of the whole.
        """,
      sources: ["RFC 5280, section 5.2"],
      wrongCertificate: "root/crl.pem: no cRLNumber",
      rightCertificate: "root/crl.pem: cRLNumber, authorityKeyIdentifier"))
}
