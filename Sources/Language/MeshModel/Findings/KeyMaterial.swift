package import Diagnostics

extension FindingCode {
  /// A private key in a topology.
  package static let keyMaterial = FindingCode(
    209, "key-material", .error, restsOn: [],
    Explanation(
      meaning: """
        There is a private key in the file, as PEM or as the Base64 of PEM, or a URL with a password in it, be it in a \
        comment.
        """,
      harm: """
        A topology is committed and reviewed. A key that was ever in a repository is known to everybody who can read \
        it, for as long as the history lasts: take it out, and replace the key.
        """,
      sources: ["RFC 7468, section 10"],
      wrong: """
        # -----BEGIN EC PRIVATE KEY-----
        # MHcCAQEEIG5vdCBhIGtleSwgYnV0IGl0IGxvb2tzIGxpa2Ugb25l
        # -----END EC PRIVATE KEY-----
        metadata: {name: example}
        """,
      right: """
        # The key of the root stays with its custodians; certificates/plan.json says who they are.
        metadata: {name: example}
        """))
}

extension Finding {
  static func keyMaterial(at range: SourceRange, isKey: Bool) -> Finding {
    Finding(
      .keyMaterial, "there is a \(isKey ? "private key" : "password") here", at: range,
      help:
        "take it out of the file and of the repository's history, and replace \(isKey ? "the key" : "it"): it is no longer \(isKey ? "private" : "secret")"
    )
  }
}
