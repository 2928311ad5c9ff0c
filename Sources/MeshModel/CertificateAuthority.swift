package import Diagnostics
package import MeshNames
internal import YAMLReading

/// The hierarchy of certification authorities as it was written.
package struct CertificateAuthority: Sendable {
  package let profile: Located<CertificateProfile>?
  package let root: Authority?
  package let intermediates: Authority?
  package let tools: [Located<CertificateTool>]
  /// The place of the section's first key.
  package let place: SourceRange

  /// What is said of the authorities of one tier.
  package struct Authority: Sendable {
    package let subject: Subject?
    package let key: Located<KeyAlgorithm>?
    package let lifetime: Located<Lifetime>?

    init(reading fields: inout MappingReader) {
      subject = fields.optional("subject") { Subject(reading: &$0) }
      key = fields.readKey()
      lifetime = fields.optional("lifetime")
      fields.refuse("issuer", "pathLength", "custody", "names")
    }
  }

  init(reading fields: inout MappingReader) {
    place = fields.mapping.entries.first?.key.range ?? fields.mapping.range
    profile = fields.optional("profile")
    root = fields.optional("root") { Authority(reading: &$0) }
    intermediates = fields.optional("intermediates") { Authority(reading: &$0) }
    tools = fields.choices("tools")
    fields.readDelivery()
    fields.refuse("tiers", "rotation", "nameConstraints")
  }
}

/// Which extensions certificates carry.
package enum CertificateProfile: String, Choice {
  /// As Istio's own scripts make them (istio/istio, tools/certs/common.mk).
  case istioSample = "istio-sample"
  /// What a security review asks for: path lengths that bound every tier, and nothing but signing as key usage.
  case strict
}

/// A tool that can carry a certificate plan out.
package enum CertificateTool: String, Choice {
  case certManager = "cert-manager"
  case cfssl, certtool, step, vault
  case awsPrivateCA = "aws-private-ca"
  case googleCAS = "google-cas"
}

/// How `cacerts` reaches a cluster.
enum CertificateDelivery: String, Choice {
  case manual
}

extension MappingReader {
  /// Reads `delivery`: the word `manual`; the others are mappings, and not planned yet.
  fileprivate mutating func readDelivery() {
    let value = mapping.entries.first { $0.key.text == "delivery" }?.value
    if let value, case .mapping = value { return refuse("delivery") }
    let _: Located<CertificateDelivery>? = optional("delivery")
  }

  /// A list of words that may be there.
  fileprivate mutating func choices(_ key: String) -> [Located<CertificateTool>] {
    let words: [Located<PlainText>] = list(key)
    return words.compactMap { word in
      guard let tool = CertificateTool(rawValue: word.value.description) else {
        let known = CertificateTool.allCases.map(\.rawValue)
        log.report(.unknownWord(word.value.description, for: path(to: key), at: word.range, words: known))
        return nil
      }
      return Located(tool, at: word.range)
    }
  }
}
