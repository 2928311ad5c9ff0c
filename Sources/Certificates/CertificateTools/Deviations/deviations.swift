package import Certificates
package import MeshModel
internal import YAMLWriting

/// What a tool will issue otherwise than a plan says.
package func deviations(of plan: CertificatePlan, carriedOutBy tool: CertificateTool) -> DeviationReport {
  let known = tool.abilities(of: plan)
  let keys = Dictionary(plan.authorities.map { ($0.id, $0.key) }) { first, _ in first }
  let compare = { (abilities: Abilities) in
    plan.authorities.flatMap { authority in
      authority.deviations(
        abilities, signsLists: plan.publishesLists, signedBy: authority.issuer.flatMap { keys[$0] } ?? authority.key)
    }
  }
  return DeviationReport(
    tool: tool.rawValue, minimumVersion: known.minimumVersion, deviations: compare(known.current),
    olderVersions: known.older.map(compare))
}

/// What is known of a tool.
struct ToolAbilities: Sendable {
  var minimumVersion: String?
  let current: Abilities
  /// What its older versions can do, where people have them.
  var older: Abilities?
}

extension CertificateTool {
  fileprivate func abilities(of plan: CertificatePlan) -> ToolAbilities {
    switch self {
    case .awsPrivateCA: .awsPrivateCA
    case .certtool: .certtool
    case .cfssl: .cfssl
    case .googleCAS: .googleCAS
    case .step: .step
    case .vault: plan.askedByCertManager.isEmpty ? .vault : .vaultBehindCertManager(plan)
    case .certManager: .certManager
    }
  }
}

extension PlannedAuthority {
  fileprivate func deviations(
    _ abilities: Abilities, signsLists: Bool, signedBy signer: KeyAlgorithm
  ) -> [Deviation] {
    let usage = abilities.keyUsage(keyUsage)
    let lists = abilities.lists(self)
    let storage = abilities.storage(self)
    let order = subject.map(\.type)
    let parts = abilities.subject(self)
    let issuedOrder = abilities.keepsSubjectOrder ? parts : parts.inGoOrder
    let issuedLength = abilities.pathLength(self)
    return [
      issuedOrder == order ? nil : deviation(.subject, names(order), names(issuedOrder), abilities),
      abilities.hash(signer).flatMap { $0 == signatureHash ? nil : $0 }.map {
        deviation(.signatureHash, .string(signatureHash), .string($0), abilities)
      },
      issuedLength == pathLength
        ? nil : deviation(.pathLength, pathLength.value, issuedLength.value, abilities),
      usage == keyUsage
        ? nil : deviation(.keyUsage, .strings(keyUsage.map(\.rawValue)), .strings(usage.map(\.rawValue)), abilities),
      abilities.setsNames(self) || dnsNames.isEmpty ? nil : deviation(.names, .strings(dnsNames), [], abilities),
      abilities.setsIdentity(self) || uriNames.isEmpty ? nil : deviation(.identity, .strings(uriNames), [], abilities),
      abilities.constrainsNames(self)
        ? nil : nameConstraints.map { deviation(.nameConstraints, $0.value, .null, abilities) },
      signsLists && lists == .none ? deviation(.lists, "crl", "none", abilities) : nil,
      signsLists && lists == .unnumbered ? deviation(.listNumber, true, false, abilities) : nil,
      storage == custody.storage.rawValue
        ? nil : deviation(.keyStorage, .string(custody.storage.rawValue), .string(storage), abilities),
      abilities.holder(self).map { deviation(.keyHolder, .string(custody.holder), .string($0), abilities) },
    ].compactMap { $0 }
  }

  private func deviation(
    _ property: Deviation.Property, _ planned: YAMLValue, _ issued: YAMLValue, _ abilities: Abilities
  ) -> Deviation {
    Deviation(
      authority: id, property: property, planned: planned, issued: issued, reason: abilities.reasons[property] ?? "")
  }

  /// The subject's parts in an order of their types.
  private func names(_ order: [String]) -> YAMLValue {
    .sequence(
      order.compactMap { type in
        subject.first { $0.type == type }.map { .mapping([.init($0.type, .string($0.value))]) }
      })
  }
}

extension CertificatePlan {
  /// The authorities that sign CRLs, with how many days each of these is good.
  var listUpdates: [(authority: PlannedAuthority, days: Int)] {
    guard publishesLists else { return [] }
    return authorities.compactMap { authority in
      if case .crl(let days) = authority.revocation { (authority, days) } else { nil }
    }
  }
}

extension Int? {
  fileprivate var value: YAMLValue { map { .integer($0) } ?? .null }
}

extension [String] {
  /// The types of a name's parts as Go writes them.
  fileprivate var inGoOrder: [String] { ["C", "ST", "L", "O", "OU", "CN"].filter(contains) }
}
