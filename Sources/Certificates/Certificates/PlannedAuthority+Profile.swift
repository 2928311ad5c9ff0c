internal import Diagnostics
internal import MeshModel
internal import MeshNames

extension PlannedAuthority {
  init(
    _ authority: Authority, _ family: Family, location: LocationName?, _ hierarchy: AuthorityHierarchy,
    _ generation: Generation
  ) {
    let suffix = generation.suffix
    let profile = hierarchy.profile
    let leavesHolder = if case .encrypted = authority.cluster.map(hierarchy.delivery) { true } else { false }
    let issuer = family.issuer(of: authority)
    let signingPeriod = family.signingPeriod(of: authority)
    let custody = authority.custody
    self.init(
      id: authority.id + suffix, generation: generation, tier: family.tier(of: authority),
      issuer: authority.issuer.map { $0 + suffix }, cluster: authority.cluster,
      folder: (location?.description ?? authority.id) + suffix,
      subject: Self.names(authority.subject.numbered(generation), location: location, profile),
      key: authority.key.value, signatureHash: Self.hash(by: (issuer ?? authority).key.value),
      lifetime: authority.lifetime.value, pathLength: Self.pathLength(authority, family, profile),
      keyUsage: Self.usage(profile), dnsNames: authority.names.map(\.description),
      uriNames: authority.identities.map(\.value.description),
      nameConstraints: authority.nameConstraints.map { Constraints($0) },
      hasAuthorityKeyIdentifier: issuer != nil,
      custody: .init(
        holder: custody.holder ?? authority.id, storage: custody.storage ?? .offline,
        quorum: custody.quorum?.description, leavesHolder: leavesHolder),
      signingPeriod: signingPeriod, supersededAfter: Self.supersession(authority, signing: signingPeriod),
      revocation: Self.revocation(authority, hierarchy))
  }

  /// The published root has no bound; otherwise there is room for exactly the tiers below.
  private static func pathLength(_ authority: Authority, _ family: Family, _ profile: CertificateProfile) -> Int? {
    if let written = authority.pathLength { return written.value.bound }
    return profile == .istioSample && authority.issuer == nil ? nil : family.depth(below: authority)
  }

  /// The hash that goes with an issuer's key: all tools choose it for P-384, and may choose a longer one for RSA.
  private static func hash(by issuer: KeyAlgorithm) -> String { issuer.usualHash }

  /// Istio's scripts set four bits and no CRL signing (istio/istio, tools/certs/common.mk); RFC 5280 asks a CA for two.
  private static func usage(_ profile: CertificateProfile) -> [KeyUsage] {
    switch profile {
    case .istioSample: [.digitalSignature, .contentCommitment, .keyEncipherment, .keyCertSign]
    case .strict: [.keyCertSign, .crlSign]
    }
  }

  /// When a successor is due, in days.
  ///
  /// A cluster's after two thirds of its life, while there is time for a second try; that of an authority above, whose
  /// ceremony brings people together, a year before it can no longer sign.
  private static func supersession(_ authority: Authority, signing period: Int) -> Int? {
    if let written = authority.supersedeAfter { return written.value.days }
    guard period > 0 else { return nil }
    return authority.cluster == nil
      ? max(period - 365, period * 2 / 3) : min(period, authority.lifetime.value.days * 2 / 3)
  }

  private static func revocation(_ authority: Authority, _ hierarchy: AuthorityHierarchy) -> Revocation {
    switch hierarchy.revocation?.mode.value {
    case .crl?:
      let written = hierarchy.revocation?.nextUpdate.written(for: authority)
      return .crl(nextUpdateDays: written?.value.days ?? standardUpdate(authority))
    case .rotateRoot?: return .rotateRoot
    case .never?: return .none(reason: hierarchy.revocation?.reason ?? "")
    case nil: break
    }
    switch (hierarchy.profile, authority.issuer) {
    case (.strict, _): return .crl(nextUpdateDays: standardUpdate(authority))
    case (.istioSample, nil): return .rotateRoot
    case (.istioSample, _): return .none(reason: "keyUsage of the issuer lacks cRLSign")
    }
  }

  /// How often the CRL of an authority is signed anew: the rarer, the harder it is to get at the key.
  private static func standardUpdate(_ authority: Authority) -> Int {
    authority.issuer == nil ? 180 : authority.cluster == nil ? 30 : 7
  }

  /// The order of Istio's scripts is O, CN, L; strict names stand in the order that Go's crypto/x509/pkix writes, so
  /// that every tool makes the same bytes.
  private static func names(
    _ subject: Subject, location: LocationName?, _ profile: CertificateProfile
  ) -> [(type: String, value: String)] {
    let parts = [
      "C": subject.country, "L": location?.description, "O": subject.organization, "OU": subject.organizationalUnit,
      "CN": subject.commonName,
    ]
    let order = profile == .istioSample ? ["C", "O", "OU", "CN", "L"] : ["C", "L", "O", "OU", "CN"]
    return order.compactMap { type in (parts[type] ?? nil).map { (type: type, value: $0) } }
  }
}

extension PlannedAuthority.Constraints {
  fileprivate init(_ written: NameConstraints) {
    let subtrees = { (names: CertificateNames) in
      PlannedAuthority.Subtrees(dns: names.dns.map(\.value.description), uri: names.uri.map(\.value.description))
    }
    self.init(permitted: subtrees(written.permitted), excluded: subtrees(written.excluded))
  }
}

extension KeyAlgorithm {
  /// The hash that goes with the key: of a certificate, a request or a CRL that it signs.
  package var usualHash: String {
    if case .ecdsa(.p384) = self { "SHA-384" } else { "SHA-256" }
  }
}

extension Generation {
  /// What tells the authorities below the second root, and later ones, from those below the first: `-g2`.
  package var suffix: String { number == 1 ? "" : "-g\(number)" }
}

extension Subject {
  /// The subject of a later root has its number, so that a chain shows which of them it ends in.
  fileprivate func numbered(_ generation: Generation) -> Subject {
    guard generation.number > 1 else { return self }
    let number = " G\(generation)"
    return Subject(
      commonName: (commonName ?? "CA").prefix(64 - number.count) + number, organization: organization,
      organizationalUnit: organizationalUnit, country: country)
  }
}
