internal import Diagnostics
internal import MeshNames

extension FindingCode {
  static let nothingToDeriveFrom = FindingCode(
    755, "nothing-to-derive-from", .warning,
    Explanation(
      meaning: "The trust domain is called `derived`, in a mesh that has nothing to derive one from.",
      harm: """
        In a fleet of Google Cloud, the word asks for the trust domain of whoever signs. Anywhere else it is a name like any \
        other: every certificate would say `spiffe://derived/…`.
        """,
      wrong: "mesh: {trustDomain: derived}",
      right: "mesh: {trustDomain: example.com}"))
}

extension Finding {
  static func nothingToDeriveFrom(_ domain: Located<TrustDomain>) -> Finding {
    Finding(
      .nothingToDeriveFrom, "the trust domain would be called `derived`", at: domain.range,
      help: "name it, or leave it out for `cluster.local`")
  }
}
