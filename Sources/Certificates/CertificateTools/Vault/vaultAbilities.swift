internal import Certificates
internal import MeshModel

extension ToolAbilities {
  /// A CA may sign certificates and CRLs, and no other use is taken (builtin/logical/pki, validateCaKeyUsages).
  static let vault = ToolAbilities(minimumVersion: "1.19.0", current: vaultAbilities)

  /// cert-manager sends a common name and alternative names beside the request, and has Vault take nothing else of it
  /// (cert-manager/cert-manager, internal/vault, Sign); Vault then bounds the path by one less than the issuer's.
  static func vaultBehindCertManager(_ plan: CertificatePlan) -> ToolAbilities {
    let bounds = Dictionary(plan.authorities.map { ($0.id, $0.pathLength) }) { first, _ in first }
    let asked = plan.askedByCertManager
    var abilities = vaultAbilities
    abilities.subject = { authority in
      authority.subject.map(\.type).filter { !asked.contains(authority.id) || $0 == "CN" }
    }
    abilities.pathLength = { authority in
      guard asked.contains(authority.id), let issuer = authority.issuer else { return authority.pathLength }
      return (bounds[issuer] ?? nil).map { max($0 - 1, 0) }
    }
    abilities.constrainsNames = { !asked.contains($0.id) }
    abilities.reasons[.subject] =
      "cert-manager's issuer for Vault sends the common name alone; O, L and the rest are lost"
    abilities.reasons[.pathLength] = "cert-manager asks for no path length, and Vault derives one from the issuer's"
    abilities.reasons[.nameConstraints] = "cert-manager's issuer for Vault sends no name constraints"
    return ToolAbilities(minimumVersion: "1.19.0", current: abilities)
  }

  private static var vaultAbilities: Abilities {
    Abilities(
      keepsSubjectOrder: false, keyUsage: { _ in [.keyCertSign, .crlSign] },
      lists: { $0.cluster == nil ? .numbered : .none },
      storage: { $0.cluster == nil ? Custody.KeyStorage.vault.rawValue : $0.custody.storage.rawValue },
      reasons: [
        .subject: goOrderReason,
        .keyUsage: "a CA of Vault may sign certificates and CRLs, and nothing else",
        .lists: "the clusters' keys are not in Vault: another tool signs their CRLs",
        .keyStorage: "the key is made in Vault, and stays there",
      ])
  }
}

extension CertificatePlan {
  /// The authorities that cert-manager has signed by an issuer of its own: here, Vault's.
  var askedByCertManager: Set<String> {
    let asked = deliveries.filter { delivery in
      if case .certManager(let issuer) = delivery.way { issuer.group == "cert-manager.io" } else { false }
    }
    return Set(asked.map(\.authority))
  }
}
