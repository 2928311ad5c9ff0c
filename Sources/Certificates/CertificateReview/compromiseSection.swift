internal import Certificates
internal import MarkdownWriting
internal import MeshModel
internal import MeshNames

/// How far the loss of each key reaches, and what is done then.
func compromiseSection(_ plan: CertificatePlan, _ tree: AuthorityTree) -> String {
  let rows = plan.authorities.map { authority in
    [authority.id, authority.reach(in: tree), authority.remedy(in: tree)]
  }
  return """
    ## If a key is lost

    Whoever has the key of any authority here can sign `spiffe://\(plan.trustDomain)/ns/*/sa/*`: every identity of the \
    mesh, in every cluster, since no authority is bound to the identities of its own. The tiers differ in what it takes \
    to get rid of the thief.

    \(Markdown.table(["key of", "the thief can", "what ends it"], rows))
    """
}

extension PlannedAuthority {
  fileprivate func reach(in tree: AuthorityTree) -> String {
    let clusters = tree.branch(from: self).compactMap(\.cluster).map(\.description)
    let forge = "forge every workload's identity"
    if cluster != nil {
      return pathLength == nil ? "\(forge), and sign authorities of his own" : forge
    }
    let place =
      issuer == nil ? "of the whole mesh" : "like \(clusters.count == 1 ? "that" : "those") of \(few(clusters))"
    return "\(forge), and sign authorities \(place)"
  }

  private func few(_ names: [String]) -> String {
    names.count <= 6
      ? inWords(names) : "\(names.prefix(5).joined(separator: ", ")) and \(names.count - 5) more clusters"
  }

  fileprivate func remedy(in tree: AuthorityTree) -> String {
    if issuer == nil { return "a new root in every cluster, by way of a time in which both are trusted" }
    let count = tree.branch(from: self).count - 1
    let again = count == 0 ? "" : ", and of the \(count) below it"
    if case .crl = revocation {
      return "its certificate on the CRL of \(issuer ?? ""), published with those of all others in the chain, and new "
        + "keys for it\(again)"
    }
    return "a new root in every cluster: nothing here can be revoked. Its end comes after \(lifetime.days) d"
  }
}

/// What there is to say although nothing is wrong.
func remarkSection(_ plan: CertificatePlan) -> String? {
  guard !plan.remarks.isEmpty else { return nil }
  let rows = plan.remarks.map { [$0.authority, "`\($0.rule)`", Markdown.text($0.detail)] }
  return "## Remarks\n\n" + Markdown.table(["authority", "rule", "what"], rows)
}
