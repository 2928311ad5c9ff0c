internal import MeshModel
internal import MeshNames

/// What a reviewer of the plan should know although nothing is wrong with it.
func remarks(on authorities: [PlannedAuthority], _ lines: IssuerLines) -> [CertificatePlan.Remark] {
  lifetimeRemarks(authorities, lines) + revocationRemarks(authorities) + pathRemarks(authorities, lines)
    + custodyRemarks(authorities)
}

private func lifetimeRemarks(_ authorities: [PlannedAuthority], _ lines: IssuerLines) -> [CertificatePlan.Remark] {
  authorities.compactMap { authority in
    guard let issuer = lines.issuer(of: authority), authority.lifetime >= issuer.lifetime else { return nil }
    return .init(
      rule: "pki/child-outlives-issuer", authority: authority.id,
      detail: "lifetime \(authority.lifetime.days) d equals the issuer's \(issuer.lifetime.days) d")
  }
}

private func revocationRemarks(_ authorities: [PlannedAuthority]) -> [CertificatePlan.Remark] {
  authorities.prefix(1).filter { !$0.keyUsage.contains(.crlSign) }.map {
    .init(rule: "pki/no-crl-sign", authority: $0.id, detail: "a CRL signed by this authority is rejected by istiod")
  }
}

/// A bound on the root does not count: Envoy and ztunnel take no notice of it.
private func pathRemarks(_ authorities: [PlannedAuthority], _ lines: IssuerLines) -> [CertificatePlan.Remark] {
  authorities.filter { $0.cluster != nil }.compactMap { authority in
    guard !lines.chain(from: authority).contains(where: { $0.issuer != nil && $0.pathLength != nil }) else {
      return nil
    }
    return .init(
      rule: "pki/path-length-unbounded", authority: authority.id,
      detail: "whoever holds its key can sign authorities of his own")
  }
}

/// Where a service makes key, request and certificate in one act, nobody looks at the request in between.
func serviceRemarks(on authorities: [PlannedAuthority], _ tools: [CertificateTool]) -> [CertificatePlan.Remark] {
  (tools.contains(.awsPrivateCA) ? requestRemarks(on: authorities) : [])
    + (tools.contains(.googleCAS) ? creationRemarks(on: authorities) : [])
}

private func requestRemarks(on authorities: [PlannedAuthority]) -> [CertificatePlan.Remark] {
  authorities.filter { $0.cluster != nil }.map {
    .init(
      rule: "pki/subject-from-request", authority: $0.id,
      detail: "AWS takes its subject over from the request: whoever signs looks at it first")
  }
}

private func creationRemarks(on authorities: [PlannedAuthority]) -> [CertificatePlan.Remark] {
  authorities.filter { $0.issuer != nil && $0.cluster == nil }.map {
    .init(
      rule: "pki/one-act", authority: $0.id,
      detail:
        "Google's service makes its key and has it signed in one act: who may do that needs none of those who hold "
        + "the issuer's key")
  }
}

private func custodyRemarks(_ authorities: [PlannedAuthority]) -> [CertificatePlan.Remark] {
  authorities.filter { $0.custody.storage == .secretStore }.map {
    .init(
      rule: "pki/key-in-store", authority: $0.id,
      detail: "whoever administers the store of secrets can read its key")
  }
    + authorities.filter(\.custody.leavesHolder).map {
      .init(
        rule: "pki/key-travels", authority: $0.id,
        detail: "its key lies encrypted in a repository, for as long as the history lasts")
    }
}
