internal import Diagnostics
internal import MeshNames

extension FindingCode {
  static let listsNotSigned = FindingCode(
    526, "crl-without-usage", .error,
    Explanation(
      meaning: "CRLs are planned, and the authorities of the profile may not sign any.",
      harm: """
        Istio's own scripts leave `cRLSign` out of the key usage. istiod refuses a `ca-crl.pem` that such an authority \
        has signed, and does not start.
        """,
      sources: ["istio/istio, tools/certs/common.mk", "RFC 5280, section 4.2.1.3"],
      wrong: "certificateAuthority: {profile: istio-sample, revocation: {mode: crl}}",
      right: "certificateAuthority: {profile: strict, revocation: {mode: crl}}"))

  static let listsWithoutPlace = FindingCode(
    527, "crl-in-tls-secret", .error,
    Explanation(
      meaning: "CRLs are planned, and `cacerts` comes from cert-manager.",
      harm: """
        cert-manager writes `tls.crt`, `tls.key` and `ca.crt`. Where istiod finds these, it does not look for \
        `ca-crl.pem`: what was revoked would be accepted, and nobody would notice.
        """,
      sources: ["istio/istio, pilot/pkg/bootstrap/istio_ca.go"],
      wrong: """
        certificateAuthority:
          tiers: [{name: issuing}]
          revocation: {mode: crl}
          delivery: {certManager: {issuer: {kind: ClusterIssuer, name: mesh}}}
        """,
      right: """
        certificateAuthority:
          tiers: [{name: issuing}]
          revocation: {mode: crl}
          delivery: {externalSecrets: {store: {kind: ClusterSecretStore, name: vault}}}
        """))

  static let listsNotRead = FindingCode(
    528, "crl-not-read", .error,
    Explanation(
      meaning: "CRLs are planned, and istiod would not read them.",
      harm: "What was revoked would be accepted, and nobody would notice.",
      sources: ["istio/istio, releasenotes of 1.27", "istio/istio, pilot/pkg/features (PILOT_ENABLE_CA_CRL)"],
      wrong: """
        distribution: {name: sail, version: 1.26.8}
        certificateAuthority: {revocation: {mode: crl}}
        """,
      right: "certificateAuthority: {revocation: {mode: crl}}"))

  static let listOutlivesAuthority = FindingCode(
    529, "crl-outlives-authority", .error,
    Explanation(
      meaning: "A CRL would be good for as long as the authority that signs it, or longer.",
      harm: """
        A revoked certificate is refused by whoever has the next CRL. If that is due only when the authority ends, \
        nothing is ever revoked in time.
        """,
      sources: ["RFC 5280, section 5.1.2.5"],
      wrong: "certificateAuthority: {revocation: {mode: crl, nextUpdate: {intermediates: 1y}}}",
      right: "certificateAuthority: {revocation: {mode: crl, nextUpdate: {intermediates: 30d}}}"))
}

extension Finding {
  static func listsNotSigned(_ mode: Located<Revocation.Mode>, profile: SourceRange?) -> Finding {
    Finding(
      .listsNotSigned, "authorities of the profile `istio-sample` may sign no CRL", at: mode.range,
      notes: profile.map { [Annotation($0, "without `cRLSign`")] } ?? [],
      help: "use `profile: strict`, or `mode: rotate-root`")
  }

  static func listsWithoutPlace(_ mode: Located<Revocation.Mode>, delivery: SourceRange?) -> Finding {
    Finding(
      .listsWithoutPlace, "istiod looks for no CRL beside what cert-manager writes", at: mode.range,
      notes: delivery.map { [Annotation($0, "cert-manager writes `cacerts`")] } ?? [],
      help: "let the files come from a store of secrets, or by hand")
  }

  static func listsNotRead(_ mode: Located<Revocation.Mode>, because range: SourceRange, _ words: String) -> Finding {
    Finding(
      .listsNotRead, "istiod would not read the CRLs", at: mode.range, notes: [Annotation(range, words)],
      help: "without CRLs, write `mode: rotate-root`")
  }

  static func listOutlivesAuthority(_ update: Located<Lifetime>, _ authority: Authority) -> Finding {
    Finding(
      .listOutlivesAuthority,
      "a CRL would be good for \(update.value), and \(authority.inWords), which signs it, lives \(authority.lifetime.value)",
      at: update.range, notes: [Annotation(authority.lifetime.range, "lives so long")],
      help: "let CRLs be good for days or weeks")
  }
}
