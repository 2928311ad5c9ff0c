package import MeshNames

/// What is done in year two: an authority's successor on time, or in place of one whose key is lost.
package struct Procedure: Sendable {
  package let id: String
  package let kind: Kind
  package let authority: String
  /// In days from its signing, where it is on the calendar.
  package let dueAfter: Int?
  package let stages: [Stage]

  package enum Kind: String, CaseIterable, Sendable {
    case renew
    case replaceLostKey = "replace-lost-key"
  }

  /// Acts that are done one after the other, then the clusters that get new files, then what is waited for.
  package struct Stage: Sendable {
    package let acts: [String]
    package let recipients: Recipients
    package let files: Files
    package let wait: Wait
  }

  /// The clusters whose Secret is made anew: each by an act of its own, and its step of the roll-out.
  package enum Recipients: Sendable {
    case all
    case clusters([ClusterName])
  }

  /// Which files are put together anew: all, by the act `deliver`, or the CRLs alone, by the act `lists`.
  package enum Files: String, CaseIterable, Sendable {
    case all, lists
  }

  package enum Wait: String, CaseIterable, Sendable {
    /// Every proxy of these clusters has a certificate of the new authority.
    case newChain = "new-chain"
    /// The proxies of these clusters have read the CRLs.
    case lists = "lists-read"
    /// Nothing.
    case none
  }
}

extension CertificatePlan {
  /// The procedures of all authorities that people replace.
  package var procedures: [Procedure] {
    let branches = AuthorityBranches(of: self)
    return authorities.filter(branches.isKeptByHand).flatMap {
      [renewal(of: $0, branches), replacement(of: $0, branches)]
    }
  }

  /// The old one's last CRL is fresh, since it is needed until the last certificate that it has signed has ended.
  private func renewal(of authority: PlannedAuthority, _ branches: AuthorityBranches) -> Procedure {
    let last = publishesLists ? [authority.act("crl")] : []
    return Procedure(
      id: "renew-\(authority.id)", kind: .renew, authority: authority.id, dueAfter: authority.supersededAfter,
      stages: succession(of: authority, branches, after: last) + [end(of: authority)])
  }

  /// Nothing is revoked before the proxies have something else to show.
  private func replacement(of authority: PlannedAuthority, _ branches: AuthorityBranches) -> Procedure {
    let issuer = branches.issuer(of: authority)
    let revocation = Procedure.Stage(
      acts: [authority.act("revoke")] + [issuer?.act("crl")].compactMap { $0 }, recipients: .all, files: .lists,
      wait: .lists)
    return Procedure(
      id: "replace-\(authority.id)", kind: .replaceLostKey, authority: authority.id, dueAfter: nil,
      stages: succession(of: authority, branches, after: []) + (publishesLists ? [revocation] : [])
        + [end(of: authority)])
  }

  /// The successor, then the certificates of those below it, whose keys stay.
  ///
  /// Envoy refuses a peer whose chain has an authority without a CRL: where there are CRLs, the successor's is known
  /// everywhere before anybody shows a chain with it.
  private func succession(
    of authority: PlannedAuthority, _ branches: AuthorityBranches, after acts: [String]
  ) -> [Procedure.Stage] {
    let made = acts + ["next-key", "next-csr", "next-sign"].map(authority.act)
    let promotion = authority.act("promote")
    let below = branches.below(authority).filter(branches.isKeptByHand).flatMap { [$0.act("reissue"), $0.act("sign")] }
    let shown = Procedure.Recipients.clusters(branches.clusters(of: authority))
    guard publishesLists else {
      return [.init(acts: made + [promotion] + below, recipients: shown, files: .all, wait: .newChain)]
    }
    return [
      .init(acts: made + [authority.act("next-crl")], recipients: .all, files: .lists, wait: .lists),
      .init(acts: [promotion] + below, recipients: shown, files: .all, wait: .newChain),
    ]
  }

  private func end(of authority: PlannedAuthority) -> Procedure.Stage {
    .init(
      acts: [authority.act("forget")], recipients: publishesLists ? .all : .clusters([]), files: .lists, wait: .none)
  }
}
