internal import MeshModel
internal import MeshNames

extension PlannedAuthority {
  /// The longest that a workload's certificate may live, in days.
  ///
  /// It is istiod's MAX_WORKLOAD_CERT_TTL of 90 days
  /// (istio/istio, pilot/pkg/features/security.go). An intermediate stops signing that long before it ends.
  private static let longestWorkloadLifetime = 90

  init(rootOf hierarchy: AuthorityHierarchy) {
    let root = hierarchy.root
    self.init(
      id: "root", tier: 0, issuer: nil, cluster: nil,
      subject: Self.names(root.subject, location: nil, hierarchy.profile),
      key: root.key, signatureHash: Self.hash(by: root.key), lifetime: root.lifetime,
      // The published root has no bound; the strict one leaves room for exactly the tier below it.
      pathLength: hierarchy.profile == .strict ? 1 : nil, keyUsage: Self.usage(hierarchy.profile), dnsNames: [],
      hasAuthorityKeyIdentifier: false, keyHolder: "root-custodians", keyStorage: "offline",
      signingPeriod: max(0, root.lifetime.days - hierarchy.intermediates.lifetime.days), supersededAfter: nil)
  }

  init(of cluster: CheckedCluster, in topology: CheckedTopology, root: PlannedAuthority) {
    let hierarchy = topology.certificateAuthority
    let specification = hierarchy.intermediates
    let signingPeriod = max(0, specification.lifetime.days - Self.longestWorkloadLifetime)
    self.init(
      id: "cluster-\(cluster.name)", tier: 1, issuer: root.id, cluster: cluster.name,
      subject: Self.names(specification.subject, location: cluster.location, hierarchy.profile),
      key: specification.key, signatureHash: Self.hash(by: root.key),
      lifetime: specification.lifetime, pathLength: 0,
      keyUsage: Self.usage(hierarchy.profile), dnsNames: ["istiod.\(topology.controlPlaneNamespace).svc"],
      hasAuthorityKeyIdentifier: true, keyHolder: "cluster/\(cluster.name)", keyStorage: "kubernetes-secret",
      signingPeriod: signingPeriod,
      // Two thirds of its life, while there is time for a second try, and never later than it can sign.
      supersededAfter: min(signingPeriod, specification.lifetime.days * 2 / 3))
  }

  /// The hash that goes with an issuer's key: all tools choose it for P-384, and may choose a longer one for RSA.
  private static func hash(by issuer: KeyAlgorithm) -> String {
    if case .ecdsa(.p384) = issuer { "SHA-384" } else { "SHA-256" }
  }

  /// Istio's scripts set four bits and no CRL signing (istio/istio, tools/certs/common.mk); RFC 5280 asks a CA for two.
  private static func usage(_ profile: CertificateProfile) -> [KeyUsage] {
    switch profile {
    case .istioSample: [.digitalSignature, .contentCommitment, .keyEncipherment, .keyCertSign]
    case .strict: [.keyCertSign, .crlSign]
    }
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
