internal import Diagnostics
internal import MeshNames

extension FindingCode {
  static let outlivesIssuer = FindingCode(
    318, "outlives-issuer", .error,
    Explanation(
      meaning: "An intermediate is planned to live longer than the root that signs it.",
      harm: """
        From the day on which the root ends, no chain verifies, whatever the intermediate says. Vault cuts the \
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
    319, "ends-with-issuer", .warning,
    Explanation(
      meaning: "Root and intermediates are planned to live equally long.",
      harm: """
        An intermediate is signed some time after the root, so it outlives the root by that time, and every \
        intermediate that is signed later by more. Nothing can be renewed without a new root. The documents of \
        OpenShift Service Mesh plan 3650 days for both.
        """,
      sources: ["RFC 5280, section 6.1.3"],
      wrong: """
        certificateAuthority:
          root: {lifetime: 3650d}
          intermediates: {lifetime: 3650d}
        """,
      right: """
        certificateAuthority:
          root: {lifetime: 3650d}
          intermediates: {lifetime: 365d}
        """))
}

extension Finding {
  static func outlivesIssuer(_ child: Located<Lifetime>, issuer: Located<Lifetime>) -> Finding {
    Finding(
      .outlivesIssuer, "the intermediates live \(child.value), longer than the root that signs them",
      at: child.range, notes: [Annotation(issuer.range, "the root lives \(issuer.value)")],
      help: "let the intermediates end well before the root, so that they can be renewed")
  }

  static func endsWithIssuer(_ child: Located<Lifetime>, issuer: Located<Lifetime>) -> Finding {
    Finding(
      .endsWithIssuer,
      "the intermediates live as long as the root, and are signed after it: they will outlive it",
      at: child.range, notes: [Annotation(issuer.range, "the root lives \(issuer.value)")],
      help: "let the intermediates end well before the root, so that they can be renewed")
  }
}
