internal import MeshNames

/// What an authority is where the topology does not say otherwise.
struct AuthorityDefaults {
  let id: String
  let inWords: String
  let cluster: ClusterName?
  let subject: Subject
  let key: KeyAlgorithm
  let lifetime: Lifetime
  let names: [DNSName]
  let custody: Custody
}

/// Lifetimes nest: twenty years, five, one. An intermediate is renewed each year, by people who have done it before.
extension AuthorityDefaults {
  init(rootOf mesh: String, _ profile: CertificateProfile, _ keys: StandardKeys) {
    let isSample = profile == .istioSample
    self.init(
      id: AuthorityName.root.description, inWords: "the root", cluster: nil,
      subject: .init(
        commonName: isSample ? "Root CA" : Self.commonName("\(mesh) Root CA", "Root CA"),
        organization: isSample ? "Istio" : mesh),
      key: keys.root, lifetime: .init(days: isSample ? 3650 : 7300), names: [],
      custody: .init(holder: "root-custodians", storage: .offline, quorum: .twoOfThree))
  }

  init(
    tier name: AuthorityName, of mesh: String, below root: Subject, _ profile: CertificateProfile, _ keys: StandardKeys
  ) {
    let isSample = profile == .istioSample
    self.init(
      id: name.description, inWords: "the tier `\(name)`", cluster: nil,
      subject: .init(
        commonName: Self.commonName(
          isSample ? "Issuing CA \(name)" : "\(mesh) Issuing CA \(name)", "Issuing CA \(name)", name.description),
        organization: root.organization, organizationalUnit: root.organizationalUnit, country: root.country),
      key: keys.tier, lifetime: .init(days: 1825), names: [],
      custody: .init(holder: "pki-operators/\(name)", storage: .offline))
  }

  /// An authority whose certificate holds the name of istiod, as Istio's own scripts make it.
  init(
    cluster: ClusterName, inWords: String, of mesh: String, below root: Subject, istiod: DNSName?,
    storage: Custody.KeyStorage, _ profile: CertificateProfile, _ keys: StandardKeys
  ) {
    let isSample = profile == .istioSample
    self.init(
      id: "cluster-\(cluster)", inWords: inWords, cluster: cluster,
      subject: .init(
        commonName: isSample
          ? "Intermediate CA"
          : Self.commonName("\(mesh) Cluster CA \(cluster)", "Cluster CA \(cluster)", cluster.description),
        organization: root.organization, organizationalUnit: root.organizationalUnit, country: root.country),
      key: keys.cluster, lifetime: .init(days: 365), names: istiod.map { [$0] } ?? [],
      custody: .init(holder: "cluster/\(cluster)", storage: storage))
  }

  /// The first name that fits (RFC 5280, appendix A.1, ub-common-name: 64 characters).
  private static func commonName(_ candidates: String...) -> String? { candidates.first { $0.count <= 64 } }
}
