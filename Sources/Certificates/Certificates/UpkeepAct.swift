internal import MeshModel

/// Something that is done with an authority once the ceremony is over, by the same scripts.
package struct UpkeepAct: Sendable {
  package let id: String
  package let actor: String
  package let operation: Operation
  package let authority: String

  package enum Operation: String, CaseIterable, Sendable {
    /// The acts of the ceremony, for a successor that is not shown yet.
    case nextKey = "next-key"
    case nextRequest = "next-csr"
    case nextSign = "next-sign"
    case nextList = "next-crl"
    /// Has the successor take the place of what there is, which is set aside.
    case promote
    /// Destroys what was set aside.
    case forget
    /// Makes room for another certificate of the same key.
    case reissue
    /// Puts the certificate that was set aside on the issuer's next CRL.
    case revoke
    /// Puts the CRLs of its cluster together, and no other file.
    case lists

    /// What it does of the ceremony.
    fileprivate var ceremony: CeremonyStep.Operation? {
      switch self {
      case .nextKey: .generateKey
      case .nextRequest: .request
      case .nextSign: .sign
      case .nextList: .publishList
      case .promote, .forget, .reissue, .revoke, .lists: nil
      }
    }
  }

  /// The act as one of the ceremony; `nil` where that has no such act.
  package var ceremonyStep: CeremonyStep? {
    operation.ceremony.map {
      CeremonyStep(
        id: id, actor: actor, operation: $0, authority: authority, needs: [], makes: [], secretOutputs: [])
    }
  }
}

extension CertificatePlan {
  /// The acts of upkeep: of every authority below a root whose successor nobody else makes.
  package var upkeep: [UpkeepAct] {
    let holders = Dictionary(authorities.map { ($0.id, $0.custody.holder) }) { first, _ in first }
    let branches = AuthorityBranches(of: self)
    return authorities.filter(branches.isKeptByHand).flatMap { authority in
      operations(isDelivered: branches.isDelivered(authority)).map { operation in
        let actor =
          [.revoke, .nextSign].contains(operation) ? authority.issuer.flatMap { holders[$0] } : authority.custody.holder
        return UpkeepAct(
          id: authority.act(operation.rawValue), actor: actor ?? authority.custody.holder, operation: operation,
          authority: authority.id)
      }
    }
  }

  private func operations(isDelivered: Bool) -> [UpkeepAct.Operation] {
    UpkeepAct.Operation.allCases.filter { operation in
      switch operation {
      case .nextKey, .nextRequest, .nextSign, .promote, .forget, .reissue: true
      case .nextList, .revoke: publishesLists
      case .lists: publishesLists && isDelivered
      }
    }
  }
}

extension PlannedAuthority {
  /// An act, as the plan and the scripts call it.
  package func act(_ verb: String) -> String { "\(cluster.map { "\($0)\(generation.suffix)" } ?? id)-\(verb)" }

  /// The same with the files of the successor that is not shown yet.
  package var successor: PlannedAuthority {
    var successor = self
    successor.folder += "/next"
    return successor
  }

  /// The same with the files that were set aside.
  package var predecessor: PlannedAuthority {
    var predecessor = self
    predecessor.folder += "/retired"
    return predecessor
  }
}
