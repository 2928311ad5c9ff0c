internal import Diagnostics

extension FindingCode {
  static let severalWays = FindingCode(
    335, "several-ways", .error,
    Explanation(
      meaning: "`remoteAccess` asks for more than one way in which a control plane gets its credentials.",
      harm: "Only one of them would be planned, and nobody could say which.",
      wrong: """
        remoteAccess:
          delivery: manual
          externalSecrets: {store: {kind: ClusterSecretStore, name: vault}}
        """,
      right: "remoteAccess: {delivery: tokenSecret}"))
}

extension Finding {
  static func severalWays(at range: SourceRange, first: SourceRange) -> Finding {
    Finding(
      .severalWays, "a control plane gets its credentials in one way, and this is another", at: range,
      notes: [Annotation(first, "the first of them")], help: "keep one of the two")
  }
}
