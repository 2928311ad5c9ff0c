package import Diagnostics
package import MeshNames
internal import YAMLReading

/// How `cacerts` reaches a cluster.
package enum CertificateDelivery: Sendable {
  /// A person makes the Secret from the issued files.
  case manual
  /// The files lie in a store of secrets, and the External Secrets Operator makes the Secret of them.
  case externalSecrets(ExternalStore)
  /// cert-manager makes the key in the cluster, and has an issuer sign it.
  case certManager(IssuerReference)
  /// The Secret lies in a repository, encrypted.
  case encrypted(Encryption, reason: Located<PlainText>)

  /// An issuer of cert-manager, its own or another project's.
  package struct IssuerReference: Sendable {
    package let group: String
    package let kind: String
    package let name: ObjectName
  }

  package enum Encryption: Sendable {
    /// Each file on its own, for the controller of its cluster.
    case sealedSecrets(SealingController)
    /// The whole Secret, for whoever carries the plan out.
    case sops
  }
}

extension MappingReader {
  /// Reads `delivery`: the word `manual`, or a mapping whose one key is the way.
  mutating func readDelivery() -> Located<CertificateDelivery>? {
    optional("delivery", forms: CertificateDelivery.forms) { (_: DeliveryWord) in
      .manual
    } mapping: {
      CertificateDelivery(reading: &$0)
    }
  }
}

extension Topology {
  /// The first way that is not a person's with files, be it said of all clusters or of one.
  package var deliveryByOthers: Located<CertificateDelivery>? {
    let ways = [certificateAuthority?.delivery] + clusters.map { $0.certificateAuthority?.delivery }
    return ways.compactMap { $0 }.first { !$0.value.isManual }
  }
}

/// The ways that are one word.
private enum DeliveryWord: String, Choice {
  case manual
}

extension CertificateDelivery {
  /// Whether a step makes the Secret from issued files.
  package var isManual: Bool {
    if case .manual = self { true } else { false }
  }

  /// Whether the controller of Sealed Secrets makes the Secret.
  package var isSealed: Bool {
    if case .encrypted(.sealedSecrets, _) = self { true } else { false }
  }
}

extension CertificateDelivery {
  fileprivate static let forms: KeyValuePairs = [
    "manual": "manual",
    "external-secrets": "{externalSecrets: {store: {kind: ClusterSecretStore, name: vault}}}",
    "cert-manager": "{certManager: {issuer: {kind: ClusterIssuer, name: mesh}}}",
    "sealed-secrets": "{sealedSecrets: {reason: …}}",
    "sops": "{sops: {reason: …}}",
  ]

  fileprivate init?(reading fields: inout MappingReader) {
    let store = fields.optional("externalSecrets") { ExternalStore(reading: &$0, prefix: "istio/cacerts") }
    let issuer = fields.optional("certManager") { CertificateDelivery(readingIssuer: &$0) }
    let sealed = fields.optional("sealedSecrets") { CertificateDelivery(readingSealed: &$0) }
    let encrypted = fields.optional("sops") { CertificateDelivery(encryptedBy: .sops, reading: &$0) }
    let ways = ["externalSecrets", "certManager", "sealedSecrets", "sops"].filter(fields.has)
    fields.require(
      "externalSecrets", "or write `delivery: manual`", or: ["certManager", "sealedSecrets", "sops"])
    if ways.count > 1, let last = fields.mapping.entries.last(where: { ways.contains($0.key.text) }) {
      fields.log.report(.severalDeliveries(at: last.key.range, first: fields.firstPlace))
      return nil
    }
    guard let delivery = store.map({ .externalSecrets($0) }) ?? issuer ?? sealed ?? encrypted else { return nil }
    self = delivery
  }

  /// Reads `{issuer: {kind: ClusterIssuer, name: mesh}}`; the group is cert-manager's own where none is given.
  private init?(readingIssuer fields: inout MappingReader) {
    let issuer = fields.required("issuer", help: "`issuer: {kind: ClusterIssuer, name: mesh}`, say") { issuer in
      let group: Located<ObjectName>? = issuer.optional("group")
      let kind: Located<PlainText>? = issuer.required("kind", help: "`ClusterIssuer`, or another project's kind")
      let name: Located<ObjectName>? = issuer.required("name")
      return kind.flatMap { kind in
        name.map { name in
          IssuerReference(
            group: group?.value.description ?? "cert-manager.io", kind: kind.value.description, name: name.value)
        }
      }
    }
    guard let issuer = issuer ?? nil else { return nil }
    self = .certManager(issuer)
  }

  private init?(readingSealed fields: inout MappingReader) {
    let controller = fields.optional("controller") { SealingController(reading: &$0) }
    guard let controller = controller ?? SealingController(name: nil, namespace: nil) else { return nil }
    self.init(encryptedBy: .sealedSecrets(controller), reading: &fields)
  }

  private init?(encryptedBy encryption: Encryption, reading fields: inout MappingReader) {
    let reason: Located<PlainText>? = fields.required("reason", help: "say why the key may lie in a repository")
    guard let reason else { return nil }
    self = .encrypted(encryption, reason: reason)
  }
}
