internal import Certificates
internal import MeshModel
internal import MeshNames
internal import YAMLWriting

extension PlannedAuthority {
  /// The name as RFC 4514 writes it, the last part first; it keeps the order, which `subject` and `commonName` do not.
  var literalSubject: String {
    subject.reversed().map { "\($0.type)=\($0.value.escapedForRFC4514)" }.joined(separator: ",")
  }
}

extension String {
  /// RFC 4514, section 2.4.
  fileprivate var escapedForRFC4514: String {
    let escaped = ["\\", "\"", "+", ",", ";", "<", ">"].reduce(self) { $0.replacing($1, with: "\\" + $1) }
    return escaped.hasPrefix("#") ? "\\" + escaped : escaped
  }
}

extension KeyAlgorithm {
  /// A successor has a key of its own.
  var certManagerValue: YAMLValue {
    switch self {
    case .rsa(let bits): ["algorithm": "RSA", "size": .integer(bits), "rotationPolicy": "Always"]
    case .ecdsa(.p256): ["algorithm": "ECDSA", "size": 256, "rotationPolicy": "Always"]
    case .ecdsa(.p384): ["algorithm": "ECDSA", "size": 384, "rotationPolicy": "Always"]
    }
  }
}

extension PlannedAuthority.KeyUsage {
  var certManagerName: String {
    switch self {
    case .digitalSignature: "digital signature"
    case .contentCommitment: "content commitment"
    case .keyEncipherment: "key encipherment"
    case .keyCertSign: "cert sign"
    case .crlSign: "crl sign"
    }
  }
}

extension PlannedAuthority.Constraints {
  var certManagerValue: YAMLValue {
    let subtrees = { (names: PlannedAuthority.Subtrees) -> YAMLValue? in
      let list = { (names: [String]) in names.isEmpty ? nil : YAMLValue.strings(names) }
      guard !names.dns.isEmpty || !names.uri.isEmpty else { return nil }
      return .fields(["dnsDomains": list(names.dns), "uriDomains": list(names.uri)])
    }
    return .fields(["critical": true, "permitted": subtrees(permitted), "excluded": subtrees(excluded)])
  }
}

extension ToolAbilities {
  /// A path length is never written (pkg/util/pki, CertificateTemplateValidateAndOverrideBasicConstraints), and the hash
  /// follows from the issuer's key: `spec.signatureAlgorithm` is for the request alone.
  static let certManager = ToolAbilities(
    minimumVersion: "1.18.0",
    current: Abilities(
      hash: hashByKeySize, pathLength: { _ in nil }, lists: { _ in .none },
      storage: { _ in Custody.KeyStorage.kubernetesSecret.rawValue },
      reasons: [
        .signatureHash: "the hash follows from the size of the issuer's key",
        .pathLength: "cert-manager writes no path length (cert-manager/cert-manager#2820)",
        .lists: "its issuers sign no CRLs",
        .keyStorage: "the key is a Secret in the cluster",
      ]))
}
