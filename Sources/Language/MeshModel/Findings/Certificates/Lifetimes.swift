internal import Diagnostics
internal import MeshNames

extension FindingCode {
  static let outlivesIssuer = FindingCode(
    318, "outlives-issuer", .error, restsOn: .authorities,
    Explanation(
      meaning: "An authority is planned to live longer than the one that signs it.",
      harm: """
        From the day on which the issuer ends, no chain verifies, whatever the other's certificate says. Vault cuts the \
        lifetime, AWS Private CA refuses the request, and GnuTLS certtool asks whether you mean it.
        """,
      sources: ["RFC 5280, section 6.1.3"],
      wrong: """
        certificateAuthority:
          root: {lifetime: 5y}
          intermediates: {lifetime: 10y}
        """,
      right: """
        certificateAuthority:
          root: {lifetime: 10y}
          intermediates: {lifetime: 1y}
        """))

  static let endsWithIssuer = FindingCode(
    319, "ends-with-issuer", .warning, restsOn: .authorities,
    Explanation(
      meaning: "An authority, of a hierarchy like that of Istio's scripts, is planned to live as long as its issuer.",
      harm: """
        It is signed some time after its issuer, so it outlives it by that time, and every one that is signed later by \
        more. Nothing can be renewed without a new issuer. The documents of OpenShift Service Mesh plan 3650 days for \
        root and intermediates.
        """,
      sources: ["RFC 5280, section 6.1.3"],
      wrong: """
        certificateAuthority:
          profile: istio-sample
          root: {lifetime: 3650d}
          intermediates: {lifetime: 3650d}
        """,
      right: """
        certificateAuthority:
          root: {lifetime: 3650d}
          intermediates: {lifetime: 365d}
        """))

  static let noSigningPeriod = FindingCode(
    506, "no-signing-period", .error, restsOn: .authorities,
    Explanation(
      meaning: "An authority is planned to live as long as its issuer.",
      harm: """
        An issuer can sign only as long as what it signs ends before it does: its signing period is its lifetime less \
        that of the longest-lived authority below it. Here it is nothing. The one would be signed after the other and \
        outlive it, and could never be renewed.
        """,
      sources: ["RFC 5280, section 6.1.3"],
      wrong: """
        certificateAuthority:
          root: {lifetime: 5y}
          intermediates: {lifetime: 5y}
        """,
      right: """
        certificateAuthority:
          root: {lifetime: 10y}
          intermediates: {lifetime: 1y}
        """))

  static let shorterThanWorkloads = FindingCode(
    507, "shorter-than-workloads", .warning, restsOn: .authorities,
    Explanation(
      meaning: "A cluster's authority is planned to live no longer than a workload's certificate may.",
      harm: """
        A workload may ask istiod for 90 days (MAX_WORKLOAD_CERT_TTL), and before 1.30 istiod does not cut what it \
        signs to its own end. Such a certificate outlives the authority, and stops verifying while it is in use.
        """,
      sources: ["istio/istio#18990", "istio/istio#59766"],
      wrong: "certificateAuthority: {intermediates: {lifetime: 90d}}",
      right: "certificateAuthority: {intermediates: {lifetime: 180d}}"))

  static let supersededTooLate = FindingCode(
    508, "superseded-too-late", .error, restsOn: .authorities,
    Explanation(
      meaning: "An authority's successor is due when the authority can no longer sign what ends before itself.",
      harm: """
        Between the end of its signing period and its successor, everything that it signs outlives it. A successor is \
        due while there is time for a second try.
        """,
      sources: ["cert-manager/cert-manager#5864"],
      wrong: "certificateAuthority: {intermediates: {lifetime: 365d, supersedeAfter: 300d}}",
      right: "certificateAuthority: {intermediates: {lifetime: 365d, supersedeAfter: 240d}}"))
}

extension Finding {
  static func outlivesIssuer(_ child: Authority, _ issuer: Authority) -> Finding {
    Finding(
      .outlivesIssuer,
      "\(child.inWords) would live \(child.lifetime.value), longer than \(issuer.inWords) that signs it",
      at: child.lifetime.range, notes: lifetime(of: issuer), help: Self.endEarlier)
  }

  static func endsWithIssuer(_ child: Authority, _ issuer: Authority) -> Finding {
    Finding(
      .endsWithIssuer,
      "\(child.inWords) would live as long as \(issuer.inWords), and be signed after it: it would outlive it",
      at: child.lifetime.range, notes: lifetime(of: issuer), help: Self.endEarlier)
  }

  static func noSigningPeriod(_ child: Authority, _ issuer: Authority) -> Finding {
    Finding(
      .noSigningPeriod,
      "\(issuer.inWords) could sign on its first day only: \(child.inWords) would live as long",
      at: child.lifetime.range, notes: lifetime(of: issuer), help: Self.endEarlier)
  }

  static func shorterThanWorkloads(_ authority: Authority) -> Finding {
    Finding(
      .shorterThanWorkloads,
      "\(authority.inWords) would live \(authority.lifetime.value), and a workload's certificate may live 90 days",
      at: authority.lifetime.range, help: "let it live half a year or more")
  }

  static func supersededTooLate(_ due: Located<Lifetime>, _ authority: Authority, signs days: Int) -> Finding {
    Finding(
      .supersededTooLate,
      "the successor of \(authority.inWords) is due after \(due.value), and it can sign for \(days) days",
      at: due.range, notes: lifetime(of: authority), help: "let it be due after \(max(1, days * 2 / 3))d, say")
  }

  private static let endEarlier = "let it end well before its issuer, so that it can be renewed"

  private static func lifetime(of authority: Authority) -> [Annotation] {
    [Annotation(authority.lifetime.range, "\(authority.inWords) lives \(authority.lifetime.value)")]
  }
}
