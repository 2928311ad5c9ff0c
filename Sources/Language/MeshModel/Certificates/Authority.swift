package import Diagnostics
package import MeshNames

/// One certification authority of a mesh, every property filled in.
package struct Authority: Sendable {
  /// What its files are called after: `root`, a tier's name, `cluster-NAME`.
  package let id: String
  /// How messages call it.
  package let inWords: String
  /// The cluster whose workloads it signs; `nil` for one that signs authorities.
  package let cluster: ClusterName?
  /// The `id` of who signs it; `nil` for the root.
  package let issuer: String?
  package let subject: Subject
  package let key: Located<KeyAlgorithm>
  package let lifetime: Located<Lifetime>
  /// When its successor is due, where the topology says so.
  package let supersedeAfter: Located<Lifetime>?
  /// The bound that the topology gives; `nil` where it follows from the profile.
  package let pathLength: Located<PathLength>?
  package let names: [DNSName]
  /// SPIFFE IDs; one at most, where nothing is wrong.
  package let identities: [Located<AuthorityIdentity>]
  package let nameConstraints: NameConstraints?
  package let custody: Custody
  /// Where the topology speaks of it.
  package let place: SourceRange

  /// Merges what is said of one authority, what is said of all of its kind, and what goes without saying.
  ///
  /// - Parameters:
  ///   - settings: What is said, the more particular first.
  ///   - standard: What goes without saying.
  ///   - issuer: The `id` of who signs it.
  ///   - place: Where to point at where nothing is said.
  init(_ settings: [AuthoritySettings?], standard: AuthorityDefaults, issuer: String?, at place: SourceRange) {
    let settings = settings.compactMap { $0 }
    func first<Value>(_ path: (AuthoritySettings) -> Value?) -> Value? { settings.lazy.compactMap(path).first }
    id = standard.id
    inWords = standard.inWords
    cluster = standard.cluster
    self.issuer = issuer
    self.place = settings.first?.place ?? place
    subject = settings.compactMap(\.subject).reversed().reduce(standard.subject) { $1.completed(by: $0) }
    key = first(\.key) ?? Located(standard.key, at: self.place)
    lifetime = first(\.lifetime) ?? Located(standard.lifetime, at: self.place)
    supersedeAfter = first(\.supersedeAfter)
    pathLength = first(\.pathLength)
    names = standard.names + (first(\.names)?.dns.map(\.value) ?? [])
    identities = first(\.names)?.identities ?? []
    nameConstraints = first(\.nameConstraints)
    custody = settings.compactMap(\.custody).reversed().reduce(standard.custody) { $1.completed(by: $0) }
  }
}

extension Subject {
  /// This subject, with the parts that it lacks taken from another.
  fileprivate func completed(by other: Subject) -> Subject {
    Subject(
      commonName: commonName ?? other.commonName, organization: organization ?? other.organization,
      organizationalUnit: organizationalUnit ?? other.organizationalUnit, country: country ?? other.country)
  }
}

extension Custody {
  fileprivate func completed(by other: Custody) -> Custody {
    Custody(holder: holder ?? other.holder, storage: storage ?? other.storage, quorum: quorum ?? other.quorum)
  }
}
