internal import MeshModel
internal import MeshNames

/// The ceremony that makes the authorities, in an order in which it can be done.
///
/// No key leaves the one who made it: a request goes up to the issuer, and a certificate comes back.
func ceremony(
  of authorities: [PlannedAuthority], _ lines: IssuerLines, _ deliveries: [CertificatePlan.Delivery]
) -> [CeremonyStep] {
  let secrets = Dictionary(deliveries.map { ($0.authority, $0) }) { first, _ in first }
  let delivery = { (authority: PlannedAuthority) in
    lines.issuer(of: authority).flatMap { issuer in
      secrets[authority.id].map { deliverStep($0, authority, above: lines.chain(from: issuer)) }
    }
  }
  let certificates = { (authority: PlannedAuthority) in
    lines.issuer(of: authority).map { certificateSteps(authority, $0) } ?? rootSteps(authority)
  }
  guard deliveries.contains(where: { !$0.revocationLists.isEmpty }) else {
    return authorities.flatMap { certificates($0) + [delivery($0)].compactMap { $0 } }
  }
  // Every cluster gets the CRLs of all authorities.
  return authorities.flatMap { certificates($0) + [publishStep($0)] } + authorities.compactMap(delivery)
}

/// A CRL is public, and done again before its time is up.
private func publishStep(_ authority: PlannedAuthority) -> CeremonyStep {
  authority.step(
    "crl", by: authority, .publishList, needs: [authority.keyFile, authority.certificateFile],
    makes: [authority.listFile])
}

private func rootSteps(_ root: PlannedAuthority) -> [CeremonyStep] {
  [
    root.step("key", by: root, .generateKey, makes: [root.keyFile], isSecret: true),
    root.step("cert", by: root, .selfSign, needs: [root.keyFile], makes: [root.certificateFile]),
  ]
}

private func certificateSteps(_ authority: PlannedAuthority, _ issuer: PlannedAuthority) -> [CeremonyStep] {
  [
    authority.step("key", by: authority, .generateKey, makes: [authority.keyFile], isSecret: true),
    authority.step("csr", by: authority, .request, needs: [authority.keyFile], makes: [authority.requestFile]),
    authority.step(
      "sign", by: issuer, .sign, needs: [issuer.keyFile, issuer.certificateFile, authority.requestFile],
      makes: [authority.certificateFile]),
  ]
}

private func deliverStep(
  _ delivery: CertificatePlan.Delivery, _ authority: PlannedAuthority, above issuers: [PlannedAuthority]
) -> CeremonyStep {
  var makes = ["\(delivery.cluster): Secret \(delivery.namespace)/cacerts"]
  if case .externalSecrets(let store) = delivery.way {
    makes.insert("\(store.name): \(store.path(of: delivery.cluster))", at: 0)
  }
  return authority.step(
    "deliver", by: authority, .deliver,
    needs: [authority.certificateFile, authority.keyFile]
      + (issuers + delivery.anchors.filter { root in !issuers.contains { $0.id == root.id } }).map(\.certificateFile)
      + delivery.revocationLists.map(\.listFile),
    makes: makes,
    isSecret: true)
}

extension PlannedAuthority {
  /// The key; nothing is there where a tool keeps it.
  package var keyFile: String { "\(folder)/\(issuer == nil ? "root-key" : cluster == nil ? "key" : "ca-key").pem" }

  package var requestFile: String { "\(folder)/ca.csr" }

  /// Its CRL.
  package var listFile: String { "\(folder)/crl.pem" }

  package var certificateFile: String { "\(folder)/\(issuer == nil ? "root-cert" : "ca-cert").pem" }

  fileprivate func step(
    _ verb: String, by actor: PlannedAuthority, _ operation: CeremonyStep.Operation, needs: [String] = [],
    makes: [String], isSecret: Bool = false
  ) -> CeremonyStep {
    CeremonyStep(
      id: act(verb), actor: actor.custody.holder,
      operation: operation, authority: id,
      needs: needs, makes: makes, secretOutputs: isSecret ? makes : [])
  }
}
