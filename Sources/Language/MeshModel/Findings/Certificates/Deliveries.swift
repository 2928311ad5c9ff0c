internal import Diagnostics
internal import MeshNames

extension FindingCode {
  static let severalDeliveries = FindingCode(
    516, "several-deliveries", .error, restsOn: .authorities,
    Explanation(
      meaning: "`cacerts` is to reach the clusters in more than one way.",
      harm: "Two writers of one Secret replace each other's files, and istiod reads a certificate and another's key.",
      wrong: """
        certificateAuthority:
          delivery:
            externalSecrets: {store: {kind: ClusterSecretStore, name: vault}}
            certManager: {issuer: {kind: ClusterIssuer, name: mesh}}
        """,
      right: """
        certificateAuthority:
          delivery:
            externalSecrets: {store: {kind: ClusterSecretStore, name: vault}}
        """))

  static let keyInRepository = FindingCode(
    517, "key-in-repository", .warning, restsOn: .authorities,
    Explanation(
      meaning: "The key of each cluster's authority is to lie in a repository, encrypted.",
      harm: """
        A repository keeps its history. Whoever gets hold of the one key that opens it, years later, has every \
        authority's key that was ever in it, and each of them can forge every identity of the mesh for as long as it \
        lives. Renewing the sealing key changes nothing about what is already committed.
        """,
      sources: ["https://github.com/bitnami-labs/sealed-secrets, README, Secret Rotation"],
      wrong: "certificateAuthority: {delivery: {sealedSecrets: {reason: there is no store yet}}}",
      right: """
        certificateAuthority: {delivery: {externalSecrets: {store: {kind: ClusterSecretStore, name: vault}}}}
        """))

  static let longLivedCiphertext = FindingCode(
    518, "long-lived-ciphertext", .warning, restsOn: .authorities,
    Explanation(
      meaning: "A key that lies in a repository belongs to an authority that lives longer than a year.",
      harm: "The longer it lives, the more of the repository's history is worth breaking.",
      wrong: """
        silence: [{code: MG517, reason: there is no store yet}]
        certificateAuthority:
          intermediates: {lifetime: 2y}
          delivery: {sops: {reason: there is no store yet}}
        """,
      right: """
        silence: [{code: MG517, reason: there is no store yet}]
        certificateAuthority:
          intermediates: {lifetime: 180d}
          delivery: {sops: {reason: there is no store yet}}
        """))
}

extension Finding {
  static func severalDeliveries(at range: SourceRange, first: SourceRange) -> Finding {
    Finding(
      .severalDeliveries, "`cacerts` reaches a cluster in one way, and this is another", at: range,
      notes: [Annotation(first, "the first of them")], help: "keep one of the two")
  }

  static func keyInRepository(_ reason: Located<PlainText>) -> Finding {
    Finding(
      .keyInRepository, "the key of each cluster's authority leaves its holder, and lies encrypted in a repository",
      at: reason.range, help: "use a store of secrets, or cert-manager; if the reason stands, silence the code")
  }

  static func longLivedCiphertext(_ authority: Authority) -> Finding {
    Finding(
      .longLivedCiphertext, "\(authority.inWords) would live \(authority.lifetime.value), with its key in a repository",
      at: authority.lifetime.range, help: "let it live a year at most")
  }
}
