/// What is said of authorities, and of how their certificates reach the clusters.
let certificateRules: [PageRule] =
  [
    .init("certificateAuthority.rotation.state", judge: rotationKind),
    .init("clusters[*].certificateAuthority.rotation.state", judge: rotationKind),
    .init("certificateAuthority.revocation.mode", judge: revocationKind),
    .init("certificateAuthority.revocation.nextUpdate.**", .authorityLifetime),
    .init("certificateAuthority.revocation.reason", .words),
    .init("certificateAuthority.tools", .words),
    .init("certificateAuthority.bundle", .trustBundle),
    .init("certificateAuthority.bundle.**", added: .objectsApplied, removed: .trustBundle),
    .init("certificateAuthority.delivery", .certificateDelivery),
    .init("certificateAuthority.delivery.**", judge: deliveryKind),
    .init("clusters[*].certificateAuthority.delivery", .certificateDelivery),
    .init("clusters[*].certificateAuthority.delivery.**", judge: deliveryKind),
    .init("certificateAuthority.root.lifetime", .rootLifetime),
    .init("certificateAuthority.root.supersedeAfter", .authorityLifetime),
    .init("certificateAuthority.root.custody.**", .words),
    .init("certificateAuthority.root.generation") { _ in nil },
    .init("meshes[*].rootCertificate") { $0.before == nil ? .bindingKnown : .rootReplaced },
  ]
  + [
    "certificateAuthority.intermediates", "certificateAuthority.tiers[*]", "clusters[*].certificateAuthority",
    "meshes[*].certificateAuthority",
  ]
  .flatMap(authorityRules)

/// The rules of an authority below the root.
private func authorityRules(_ place: String) -> [PageRule] {
  [
    .init(PagePattern(stringLiteral: "\(place).lifetime"), .authorityLifetime),
    .init(PagePattern(stringLiteral: "\(place).supersedeAfter"), .authorityLifetime),
    .init(PagePattern(stringLiteral: "\(place).custody.**"), .words),
  ]
}

private let deliveryKind: @Sendable (StatementChange) -> ChangeKind? = { change in
  change.path.description.hasSuffix("reason") ? .words : .certificateDelivery
}

private func rotationKind(_ change: StatementChange) -> ChangeKind? {
  let (old, new) = (change.old.flatMap { Int($0) }, change.new.flatMap { Int($0) })
  switch (old, new) {
  case (nil, 0), (nil, 1), (0, nil), (3, nil): return .rotationStep
  case (let old?, let new?): return abs(old - new) == 1 ? .rotationStep : .rotationLeap
  default: return .rotationLeap
  }
}

private func revocationKind(_ change: StatementChange) -> ChangeKind? {
  change.new == "crl" ? .revocationAdded : change.old == "crl" ? .revocationDropped : .words
}
