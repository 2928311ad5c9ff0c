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
    package let wait: Wait
  }

  /// The clusters whose Secret is made anew: each by its act `deliver`, and its step of the roll-out.
  package enum Recipients: Sendable {
    case all
    case clusters([ClusterName])
  }

  package enum Wait: String, CaseIterable, Sendable {
    /// Every proxy of these clusters has a certificate of the new authority.
    case newChain = "new-chain"
    /// Nothing.
    case none
  }
}

extension CertificatePlan {
  /// The procedures of all authorities that people replace.
  package var procedures: [Procedure] {
    authorities.filter(isKeptByHand).flatMap { [renewal(of: $0), replacement(of: $0)] }
  }

  /// The old one's last CRL is fresh, since it is needed until the last certificate that it has signed has ended.
  private func renewal(of authority: PlannedAuthority) -> Procedure {
    let last = publishesLists ? [authority.act("crl")] : []
    return Procedure(
      id: "renew-\(authority.id)", kind: .renew, authority: authority.id, dueAfter: authority.supersededAfter,
      stages: [
        .init(acts: last + succession(of: authority), recipients: recipients(authority), wait: .newChain),
        end(of: authority),
      ])
  }

  /// Nothing is revoked before the proxies have something else to show.
  private func replacement(of authority: PlannedAuthority) -> Procedure {
    let successor = Procedure.Stage(
      acts: succession(of: authority), recipients: recipients(authority), wait: .newChain)
    let issuer = authorities.first { $0.id == authority.issuer }
    let revocation = Procedure.Stage(
      acts: [authority.act("revoke")] + [issuer?.act("crl")].compactMap { $0 }, recipients: .all, wait: .none)
    return Procedure(
      id: "replace-\(authority.id)", kind: .replaceLostKey, authority: authority.id, dueAfter: nil,
      stages: [successor] + (publishesLists ? [revocation] : []) + [end(of: authority)])
  }

  /// The successor, and the certificates of those below it, whose keys stay.
  private func succession(of authority: PlannedAuthority) -> [String] {
    ["retire", "key", "csr", "sign"].map(authority.act) + (publishesLists ? [authority.act("crl")] : [])
      + below(authority).filter(isKeptByHand).flatMap { [$0.act("reissue"), $0.act("sign")] }
  }

  private func end(of authority: PlannedAuthority) -> Procedure.Stage {
    .init(
      acts: [authority.act("forget")], recipients: publishesLists ? .all : .clusters([]), wait: .none)
  }

  /// All have to know its CRL; without one, only those that show it.
  private func recipients(_ authority: PlannedAuthority) -> Procedure.Recipients {
    guard !publishesLists else { return .all }
    let branch = Set([authority.id] + below(authority).map(\.id))
    return .clusters(deliveries.filter { branch.contains($0.authority) }.map(\.cluster))
  }

  /// Those that it has signed, and those below them, issuers first.
  private func below(_ authority: PlannedAuthority) -> [PlannedAuthority] {
    var branch: Set = [authority.id]
    return authorities.filter { other in
      other.issuer.map { branch.contains($0) && branch.insert(other.id).inserted } ?? false
    }
  }
}
