internal import Diagnostics
internal import MeshNames

extension FindingCode {
  static let noRevocation = FindingCode(
    511, "no-revocation", .note, restsOn: .authorities,
    Explanation(
      meaning: "The authorities are planned as Istio's own scripts make them, without the right to sign CRLs.",
      harm: """
        istiod, from 1.27 on, refuses a CRL of an authority whose key usage lacks cRLSign. A cluster's authority that is \
        lost can then be got rid of in one way only: a new root for all clusters.
        """,
      sources: ["istio/istio, security/pkg/pki/util/keycertbundle.go"],
      wrong: "certificateAuthority: {profile: istio-sample}",
      right: "certificateAuthority: {profile: strict}"))

  static let weakKey = FindingCode(
    512, "weak-key", .warning, restsOn: .authorities,
    Explanation(
      meaning: "An authority's RSA key has 2048 bits.",
      harm: """
        That is held to be good for until 2030, and an authority that is planned today signs things that are to verify \
        after that.
        """,
      sources: ["NIST SP 800-57 part 1, revision 5, tables 2 and 4"],
      wrong: "certificateAuthority: {intermediates: {key: {algorithm: RSA, size: 2048}}}",
      right: "certificateAuthority: {intermediates: {key: {algorithm: RSA, size: 3072}}}"))

  static let sameSubject = FindingCode(
    513, "same-subject", .warning, restsOn: .authorities,
    Explanation(
      meaning: "Two authorities have the same distinguished name.",
      harm: """
        Chains are put together by names first. Most programs find the right authority by its key's identifier; a \
        person who reads a log or a certificate's issuer does not.
        """,
      sources: ["RFC 5280, section 6.1.3 (a)(4)"],
      wrong: """
        certificateAuthority:
          root: {subject: {commonName: Example CA}}
          tiers: [{name: issuing, subject: {commonName: Example CA}}]
        """,
      right: """
        certificateAuthority:
          root: {subject: {commonName: Example Root CA}}
          tiers: [{name: issuing, subject: {commonName: Example Issuing CA}}]
        """))
}

extension Finding {
  static func noRevocation(at range: SourceRange, isSaid: Bool) -> Finding {
    let reason = "no authority of this hierarchy can be revoked: none of them may sign CRLs"
    return Finding(
      .noRevocation,
      isSaid ? reason : "an RSA root without a `profile` is planned as Istio's own scripts make it; \(reason)",
      at: range,
      help: isSaid
        ? "`profile: strict` plans keyCertSign and cRLSign, and nothing else"
        : "say `profile: strict`, which keeps the key, or `profile: istio-sample`")
  }

  static func weakKey(_ authority: Authority) -> Finding {
    Finding(
      .weakKey, "2048 bits are few for the key of \(authority.inWords)", at: authority.key.range,
      help: "ECDSA P-256, or RSA with 3072 bits")
  }

  static func sameSubject(_ authority: Authority, _ other: Authority) -> Finding {
    Finding(
      .sameSubject, "\(authority.inWords) has the same subject as \(other.inWords)", at: authority.place,
      notes: [Annotation(other.place, "the other one")], help: "give it a common name of its own")
  }
}
