internal import Certificates
internal import MarkdownWriting
internal import MeshModel
internal import MeshNames

/// Who signs whom, as a picture.
func pictureSection(_ plan: CertificatePlan, _ tree: AuthorityTree) -> String? {
  // Beyond that, nobody can read it.
  guard plan.authorities.count <= 40 else { return nil }
  let node = { (authority: PlannedAuthority) in Mermaid.node("a", authority.id) }
  let nodes = plan.authorities.map { "  \(node($0))[\(Mermaid.label($0.id))]" }
  let edges = plan.authorities.flatMap { issuer in
    tree.children(of: issuer).map { "  \(node(issuer)) --> \(node($0))" }
  }
  return "```mermaid\nflowchart TD\n\((nodes + edges).joined(separator: "\n"))\n```"
}

/// What each certificate is.
func authoritySection(_ plan: CertificatePlan) -> String {
  let rows = plan.authorities.map { authority in
    [
      authority.id, Markdown.text(authority.subject.map { "\($0.type)=\($0.value)" }.joined(separator: ", ")),
      authority.issuer ?? "itself", authority.key.inWords, authority.signatureHash, "\(authority.lifetime.days) d",
      authority.pathLength.map(String.init) ?? "**none**", authority.keyUsage.map(\.rawValue).joined(separator: ", "),
      authority.namesInWords,
    ]
  }
  let head = [
    "authority", "subject", "signed by", "key", "hash at least", "lifetime", "path length", "key usage", "names",
  ]
  return """
    ## Authorities

    All are CAs, with critical basicConstraints and keyUsage, without extendedKeyUsage (which istiod and Go would hold \
    against the workloads), with a subject key identifier and, below the root, an authority key identifier. The path \
    length is how many authorities may follow: that of the root binds no Envoy and no ztunnel, the others bind all.

    \(Markdown.table(head, rows))
    """
}

extension PlannedAuthority {
  /// The names that it has, and those that it allows and forbids below itself.
  fileprivate var namesInWords: String {
    let subtrees = { (subtrees: Subtrees) in
      subtrees.dns.map { "DNS \(Markdown.code($0, inTable: true))" }
        + subtrees.uri.map { "URI \(Markdown.code($0, inTable: true))" }
    }
    let permitted = nameConstraints.map { subtrees($0.permitted) } ?? []
    let excluded = nameConstraints.map { subtrees($0.excluded) } ?? []
    return [
      dnsNames.isEmpty ? nil : inWords(dnsNames.map { Markdown.code($0, inTable: true) }),
      uriNames.isEmpty ? nil : inWords(uriNames.map { Markdown.code($0, inTable: true) }),
      permitted.isEmpty ? nil : "permits below it only \(inWords(permitted))",
      excluded.isEmpty ? nil : "forbids below it \(inWords(excluded))",
    ].compactMap { $0 }.joined(separator: "; ")
  }
}

/// Who holds which key.
func custodySection(_ plan: CertificatePlan) -> String {
  let rows = plan.authorities.map { authority in
    [
      authority.id, Markdown.text(authority.custody.holder), authority.custody.storage.inWords,
      authority.custody.quorum ?? "one person",
      authority.custody.leavesHolder ? "**encrypted, into a repository**" : "never",
    ]
  }
  return """
    ## Custody

    A key stays with the one who made it, but for what the last column says. Requests travel up and certificates travel \
    down, and both are public.

    \(Markdown.table(["authority", "key is held by", "where", "who must agree to its use", "leaves its holder"], rows))
    """
}

extension Custody.KeyStorage {
  var inWords: String {
    switch self {
    case .offline: "offline"
    case .hsm: "HSM"
    case .vault: "Vault"
    case .cloudKMS: "a cloud's KMS"
    case .kubernetesSecret: "Secret in the cluster"
    case .secretStore: "store of secrets, and Secret in the cluster"
    }
  }
}
