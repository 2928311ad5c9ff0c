package import Diagnostics
package import MeshNames

/// The certification authorities of a mesh, each with every property filled in.
package struct AuthorityHierarchy: Sendable {
  let mesh: SigningMesh
  package let profile: CertificateProfile
  package let root: Authority
  /// The authorities between the root and those of the clusters, each behind the one that signs it.
  package let tiers: [Authority]
  /// The authorities of the clusters, in the order of the topology, be there one to sign workloads or not.
  package let intermediates: [Authority]
  /// How `cacerts` reaches the clusters, where the topology says it.
  let deliveries: [ClusterName: Located<CertificateDelivery>]
  /// What hands the anchors to clients that no proxy speaks for.
  package let bundle: TrustBundle?
  /// How certificates are revoked, where the topology says so.
  package let revocation: Revocation?
  package let tools: [Located<CertificateTool>]
  /// Where in a cloud the authorities above the clusters are; `nil` where the topology does not say.
  package let awsPrivateCA: AWSPrivateCA?
  package let googleCAS: GoogleCAS?
  /// Which of the mesh's roots signs, or did before the rotation.
  package let generation: Generation
  /// What the clusters' files are sealed as, where the topology says so.
  package let sealed: [ClusterName: SealedFiles]
  /// How far each cluster is on the way to the next root; `nil` where nothing is on its way.
  package let rotation: [ClusterName: RotationState]?
  /// How long workloads' certificates live.
  package let workloads: WorkloadLifetimes

  /// All authorities, each behind the one that signs it.
  package var authorities: [Authority] { [root] + tiers + intermediates }

  /// How `cacerts` reaches a cluster.
  package func delivery(to cluster: ClusterName) -> CertificateDelivery { deliveries[cluster]?.value ?? .manual }

  /// The files of `cacerts`, where istiod's own names are used.
  package var secretFiles: [String] { SealedFiles.files + (publishesLists ? [SealedFiles.lists] : []) }

  /// Whether every authority signs CRLs, and proxies check them.
  package var publishesLists: Bool { revocation?.mode.value == .crl }

  /// Fills in what the topology leaves out.
  ///
  /// A root with an RSA key is taken for one that follows Istio's own scripts, which make nothing else, and gets their
  /// extensions; any other hierarchy gets the strict ones, unless the topology says which.
  ///
  /// - Parameters:
  ///   - topology: The topology, right or wrong: an issuer that is not there is taken for the one that goes without
  ///     saying.
  ///   - signing: The mesh, where it is one of several, each of which has such a hierarchy of its own.
  package init(of topology: Topology, for signing: SigningMesh? = nil) {
    let written = topology.certificateAuthority
    let place = written?.place ?? topology.clusters.first?.place ?? topology.name?.range ?? SourceRange(at: 0)
    let signing = signing ?? SigningMesh(topology)
    let mesh = signing.name
    let profile = written?.profile?.value ?? Self.profile(forRoot: written?.root?.key?.value)
    let keys = StandardKeys(profile, needsRSA: topology.needsRSAKeys)
    let root = Authority([written?.root], standard: .init(rootOf: mesh, profile, keys), issuer: nil, at: place)
    let tiers = Self.tiers(written?.tiers ?? [], of: mesh, below: root, profile, keys)
    self.mesh = signing
    self.profile = profile
    self.root = root
    self.tiers = tiers
    let deliveries = signing.deliveries(common: written?.delivery)
    self.deliveries = deliveries
    bundle = written?.bundle
    revocation = written?.revocation
    tools = written?.tools ?? []
    awsPrivateCA = written?.clouds.aws
    googleCAS = written?.clouds.google
    generation = written?.root?.generation?.value ?? Generation(1)
    rotation = topology.rotation
    sealed = topology.sealedFiles
    workloads = WorkloadLifetimes(of: topology)
    intermediates = signing.signers.map { signer in
      let settings = [signer.settings, written?.intermediates]
      let standard = AuthorityDefaults(
        cluster: signer.cluster, inWords: signer.inWords, of: mesh, below: root.subject, istiod: signing.istiod,
        storage: (deliveries[signer.cluster]?.value ?? .manual).keyStorage, profile, keys)
      return Authority(
        settings, standard: standard, issuer: Self.issuer(settings, among: [root] + tiers),
        at: written?.place ?? signer.place)
    }
  }

  private static func tiers(
    _ written: [CertificateAuthority.Tier], of mesh: String, below root: Authority, _ profile: CertificateProfile,
    _ keys: StandardKeys
  ) -> [Authority] {
    var tiers: [Authority] = []
    for tier in written {
      tiers.append(
        Authority(
          [tier.settings], standard: .init(tier: tier.name.value, of: mesh, below: root.subject, profile, keys),
          issuer: issuer([tier.settings], among: [root] + tiers), at: tier.name.range))
    }
    return tiers
  }

  /// Who signs: the authority that is named, or the last of those that come before.
  private static func issuer(_ settings: [AuthoritySettings?], among known: [Authority]) -> String? {
    let named = settings.lazy.compactMap { $0?.issuer?.value.description }.first
    return known.first { $0.id == named }?.id ?? known.last?.id
  }

  private static func profile(forRoot key: KeyAlgorithm?) -> CertificateProfile {
    if case .rsa = key { .istioSample } else { .strict }
  }
}

extension SigningMesh {
  /// How `cacerts` reaches each cluster: as is said of it, or of all.
  fileprivate func deliveries(
    common: Located<CertificateDelivery>?
  ) -> [ClusterName: Located<CertificateDelivery>] {
    let pairs = signers.compactMap { signer in
      (signer.settings?.delivery ?? common).map { (signer.cluster, $0) }
    }
    return Dictionary(pairs) { first, _ in first }
  }
}

extension CertificateDelivery {
  /// Where the key of a cluster's authority ends.
  fileprivate var keyStorage: Custody.KeyStorage {
    switch self {
    case .manual, .certManager, .encrypted: .kubernetesSecret
    case .externalSecrets: .secretStore
    }
  }
}

extension Topology {
  fileprivate var sealedFiles: [ClusterName: SealedFiles] {
    let pairs = clusters.compactMap { cluster in
      cluster.name.flatMap { name in cluster.certificateAuthority?.sealed.map { (name.value, $0) } }
    }
    return Dictionary(pairs) { first, _ in first }
  }

  /// The states of the clusters, of which one that says nothing is where all are.
  fileprivate var rotation: [ClusterName: RotationState]? {
    let common = certificateAuthority?.rotation?.value
    guard common != nil || clusters.contains(where: { $0.certificateAuthority?.rotation != nil }) else { return nil }
    let pairs = clusters.compactMap { cluster in
      cluster.name.map { ($0.value, cluster.certificateAuthority?.rotation?.value ?? common ?? .prepared) }
    }
    return Dictionary(pairs) { first, _ in first }
  }
}
