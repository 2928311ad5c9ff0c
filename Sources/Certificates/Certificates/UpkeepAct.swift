internal import MeshModel

/// Something that is done with an authority once the ceremony is over, by the same scripts.
package struct UpkeepAct: Sendable {
  package let id: String
  package let actor: String
  package let operation: Operation
  package let authority: String

  package enum Operation: String, CaseIterable, Sendable {
    /// Sets key, request, certificate and CRL aside, so that the ceremony's acts make others.
    case retire
    /// Destroys what was set aside.
    case forget
    /// Makes room for another certificate of the same key.
    case reissue
    /// Puts the certificate that was set aside on the issuer's next CRL.
    case revoke
    /// Puts the CRLs of its cluster together, and no other file.
    case lists
  }
}

extension CertificatePlan {
  /// The acts of upkeep: of every authority below a root whose successor nobody else makes.
  package var upkeep: [UpkeepAct] {
    let holders = Dictionary(authorities.map { ($0.id, $0.custody.holder) }) { first, _ in first }
    return authorities.filter(isKeptByHand).flatMap { authority in
      operations(of: authority).map { operation in
        let actor = operation == .revoke ? authority.issuer.flatMap { holders[$0] } : authority.custody.holder
        return UpkeepAct(
          id: authority.act(operation.rawValue), actor: actor ?? authority.custody.holder, operation: operation,
          authority: authority.id)
      }
    }
  }

  private func operations(of authority: PlannedAuthority) -> [UpkeepAct.Operation] {
    UpkeepAct.Operation.allCases.filter { operation in
      switch operation {
      case .retire, .forget, .reissue: true
      case .revoke: publishesLists
      case .lists: publishesLists && deliveries.contains { $0.authority == authority.id }
      }
    }
  }

  /// Whether people replace an authority: a root has a rotation for that, and cert-manager renews by itself.
  func isKeptByHand(_ authority: PlannedAuthority) -> Bool {
    let isRenewed = deliveries.contains { delivery in
      if case .certManager = delivery.way { delivery.authority == authority.id } else { false }
    }
    return authority.issuer != nil && !isRenewed
  }
}

extension PlannedAuthority {
  /// An act, as the plan and the scripts call it.
  package func act(_ verb: String) -> String { "\(cluster.map { "\($0)\(generation.suffix)" } ?? id)-\(verb)" }

  /// The folder of what its successor has taken the place of.
  package var retiredFolder: String { "\(folder)/retired" }

  package var retiredCertificateFile: String { "\(retiredFolder)/ca-cert.pem" }

  package var retiredListFile: String { "\(retiredFolder)/crl.pem" }
}
