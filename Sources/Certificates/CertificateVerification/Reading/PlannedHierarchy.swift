/// What the plan says of the certificates, and of the files that they end in.
struct PlannedHierarchy: Sendable {
  /// The name of the plan's file.
  let file: String
  let mesh: String
  let authorities: [PlannedCertificate]
  let bundles: [PlannedBundle]
  /// The clusters that get files, with the authorities that they get.
  let recipients: [(cluster: String, authority: String)]

  func authority(_ id: String) -> PlannedCertificate? { authorities.first { $0.id == id } }

  /// How many authorities stand one above the other below this one, at most.
  func depth(below id: String) -> Int {
    authorities.filter { $0.issuer == id }.map { depth(below: $0.id) + 1 }.max() ?? 0
  }

  /// An authority, the one that signed it, and so on up to the root.
  func line(from authority: PlannedCertificate) -> [PlannedCertificate] {
    [authority] + (authority.issuer.flatMap(self.authority).map(line) ?? [])
  }

  /// The files of keys, which are never read.
  var keyFiles: Set<String> { Set(authorities.flatMap(\.keyFiles)) }

  /// The files that are read; no key is among them.
  var files: [String] {
    var seen: Set<String> = []
    let names = authorities.flatMap { [$0.file, $0.requestFile, $0.listFile].compactMap { $0 } } + bundles.map(\.file)
    return (names + otherFiles).filter { seen.insert($0).inserted }
  }
}

extension PlannedHierarchy {
  /// The files that are there for some time before and after an authority is replaced.
  var otherFiles: [String] { authorities.flatMap { $0.otherCertificates + $0.otherLists } }
}

/// The certificate that the plan has for an authority.
struct PlannedCertificate: Sendable {
  let id: String
  let issuer: String?
  let cluster: String?
  /// Who holds its key.
  let holder: String
  /// The folder of its files.
  let folder: String
  /// Its line in the plan.
  let line: Int
  /// The expected values, in the words of `CertificateProperty`.
  let values: [CertificateProperty: String]
  let pathLength: Int?
  let lifetimeDays: Int
  /// When its successor is due; `nil` where it cannot have one.
  let supersededAfterDays: Int?
  let hasAuthorityKeyIdentifier: Bool
  let file: String
  let requestFile: String?
  /// Its CRL, where the plan has one, and for how many days it is good.
  let listFile: String?
  let nextUpdateDays: Int?
  /// The weakest hash that its CRL may be signed with.
  let listHash: String?
}

/// A file of certificates in their order.
struct PlannedBundle: Sendable {
  let cluster: String
  let file: String
  let certificates: [String]
  let kind: Kind
  /// Its line in the plan.
  let line: Int

  enum Kind: Sendable { case certificate, chain, anchors, lists }
}

/// A property of which a certificate has a value that can be compared as a text, by its path in the plan.
enum CertificateProperty: String, CaseIterable, Sendable {
  case subject, key, signatureHash
  case pathLength = "basicConstraints.pathLength"
  case keyUsage = "keyUsage.bits"
  case dnsNames = "subjectAltNames.dns"
  case uriNames = "subjectAltNames.uri"
  case nameConstraints
}
