package import Diagnostics

// Files that are not there, or are not what they should be.
extension FindingCode {
  /// A plan that is none.
  package static let unreadableCertificatePlan = FindingCode(
    551, "unreadable-certificate-plan", .error,
    Explanation(
      meaning: "The plan, or the file of deviations, cannot be read as what it should be.",
      harm: """
        Nothing can be compared with it. Give the `certificates/plan.json` that `meshgen build` has written, as it \
        was committed.
        """,
      wrongCertificate: "plan.json: kind: Plan",
      rightCertificate: "plan.json: kind: CertificatePlan"))

  /// A file that is not there.
  package static let missingCertificateFile = FindingCode(
    552, "missing-certificate-file", .error,
    Explanation(
      meaning: """
        A file that the ceremony makes, or that becomes a part of `cacerts`, is not in the folder of issued files.
        """,
      harm: """
        Since 1.27 istiod does not start with an incomplete `cacerts`; older releases sign with a root of their own, \
        and no other cluster trusts it.
        """,
      sources: ["istio/istio, pilot/pkg/bootstrap/istio_ca.go"],
      wrongCertificate: "east/ca-cert.pem, east/cert-chain.pem",
      rightCertificate: "east/ca-cert.pem, east/cert-chain.pem, east/root-cert.pem"))

  /// No certificate, or more than one.
  package static let unreadableCertificate = FindingCode(
    553, "unreadable-certificate", .error,
    Explanation(
      meaning: "A file holds something else than certificates in PEM, or something besides them.",
      harm: """
        istiod reads the file with the strictness of Go: it does not start, or it leaves out what it cannot read.
        """,
      sources: ["RFC 7468"],
      wrongCertificate: "east/ca-cert.pem: -----BEGIN CERTIFICATE REQUEST-----",
      rightCertificate: "east/ca-cert.pem: -----BEGIN CERTIFICATE-----"))

  /// A private key where everybody may look.
  package static let keyAmongCertificates = FindingCode(
    554, "key-among-certificates", .error,
    Explanation(
      meaning: "A file of certificates holds a private key. The key was not read.",
      harm: """
        Certificates are public: they are committed, mailed, and handed to every workload. Whoever gets this file \
        can sign for every identity of the trust domain. Make a new key; removing this one from the file is not \
        enough.
        """,
      wrongCertificate: "east/cert-chain.pem: certificate, private key",
      rightCertificate: "east/cert-chain.pem: certificates alone"))

  /// One authority's certificate in the place of another's.
  package static let swappedCertificate = FindingCode(
    555, "swapped-certificate", .error,
    Explanation(
      meaning: "A file holds the certificate of another authority of the plan.",
      harm: """
        istiod does not start, since the key beside it belongs to another certificate; or, if the keys were swapped, \
        too, one cluster signs under the name of another.
        """,
      wrongCertificate: "east/ca-cert.pem: the certificate of west",
      rightCertificate: "east/ca-cert.pem: the certificate of east"))
}
