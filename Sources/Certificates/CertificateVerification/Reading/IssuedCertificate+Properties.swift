internal import SwiftASN1
internal import X509

/// The certificate's properties in the words of the plan.
extension IssuedCertificate {
  func words(for property: CertificateProperty) -> String {
    switch property {
    case .subject: subjectParts.joined(separator: ", ")
    case .key: keyDescription
    case .signatureHash: signatureHash
    case .pathLength: pathLength.map(String.init) ?? "none"
    case .keyUsage: listInWords(keyUsage)
    case .dnsNames: listInWords(names.compactMap { if case .dnsName(let name) = $0 { name } else { nil } })
    case .uriNames:
      listInWords(names.compactMap { if case .uniformResourceIdentifier(let name) = $0 { name } else { nil } })
    case .nameConstraints: nameConstraints
    }
  }

  /// The parts of the subject in their order, without the escapes of RFC 4514, which the plan does not have.
  var subjectParts: [String] {
    certificate.subject.flatMap { part in
      part.map { attribute in
        let type = "\(attribute)".prefix { $0 != "=" }
        return "\(type)=\(String(attribute.value) ?? "\(attribute.value)")"
      }
    }
  }

  private var signatureHash: String {
    switch certificate.signatureAlgorithm {
    case .ecdsaWithSHA256, .sha256WithRSAEncryption: "SHA-256"
    case .ecdsaWithSHA384, .sha384WithRSAEncryption: "SHA-384"
    case .ecdsaWithSHA512, .sha512WithRSAEncryption: "SHA-512"
    case .sha1WithRSAEncryption: "SHA-1"
    default: "\(certificate.signatureAlgorithm)"
    }
  }

  var basicConstraints: BasicConstraints? { try? certificate.extensions.basicConstraints }

  var isAuthority: Bool { if case .isCertificateAuthority = basicConstraints { true } else { false } }

  var pathLength: Int? {
    if case .isCertificateAuthority(let length) = basicConstraints { length } else { nil }
  }

  private var keyUsage: [String] {
    guard let usage = try? certificate.extensions.keyUsage else { return [] }
    let bits = [
      ("digitalSignature", usage.digitalSignature), ("contentCommitment", usage.nonRepudiation),
      ("keyEncipherment", usage.keyEncipherment), ("dataEncipherment", usage.dataEncipherment),
      ("keyAgreement", usage.keyAgreement), ("keyCertSign", usage.keyCertSign), ("cRLSign", usage.cRLSign),
      ("encipherOnly", usage.encipherOnly), ("decipherOnly", usage.decipherOnly),
    ]
    return bits.filter(\.1).map(\.0)
  }

  /// All alternative names, of whatever kind.
  var names: [GeneralName] { (try? certificate.extensions.subjectAlternativeNames).map { Array($0) } ?? [] }

  private var nameConstraints: String {
    guard let constraints = try? certificate.extensions.nameConstraints else {
      return isCritical(.X509ExtensionID.nameConstraints) == nil ? "none" : "unreadable"
    }
    return constraintsInWords(
      [("permitted", constraints.permittedSubtrees), ("excluded", constraints.excludedSubtrees)].flatMap {
        effect, names in
        [
          ("\(effect) dns", names.compactMap { if case .dnsName(let name) = $0 { name } else { nil } }),
          (
            "\(effect) uri",
            names.compactMap { if case .uniformResourceIdentifier(let host) = $0 { host } else { nil } }
          ),
          ("\(effect) other", names.filter { !$0.isDNSOrURI }.map { "\($0)" }),
        ]
      })
  }

  /// Whether an extension is critical; `nil` where it is not there.
  func isCritical(_ name: ASN1ObjectIdentifier) -> Bool? { certificate.extensions[oid: name]?.critical }
}

extension GeneralName {
  var isDNSOrURI: Bool {
    switch self {
    case .dnsName, .uniformResourceIdentifier: true
    default: false
    }
  }
}
