internal import Certificates
internal import MeshModel
internal import MeshNames
internal import YAMLWriting

/// The ceremony for step: a template for each certificate, and a script.
func stepFiles(for plan: CertificatePlan, _ notice: String) -> [ToolFile] {
  let keys = Dictionary(plan.authorities.map { ($0.id, $0.key) }) { first, _ in first }
  return plan.authorities.map { authority in
    let signer = authority.issuer.flatMap { keys[$0] } ?? authority.key
    return ToolFile("\(authority.id).tpl", authority.stepTemplate(signedBy: signer).goTemplate)
  } + [stepScript(for: plan, notice).file]
}

extension PlannedAuthority {
  /// Everything that the certificate is to hold: of a request, only the key is taken over.
  ///
  /// A path length that is left out is 0 to Go, so that no bound is written as -1 (smallstep/crypto, x509util).
  fileprivate func stepTemplate(signedBy signer: KeyAlgorithm) -> YAMLValue {
    let parts = Dictionary(subject.map { ($0.type, $0.value) }) { first, _ in first }
    let list = { (type: String) in parts[type].map { YAMLValue.strings([$0]) } }
    return .fields([
      "subject": .fields([
        "country": list("C"), "organization": list("O"), "organizationalUnit": list("OU"), "locality": list("L"),
        "commonName": parts["CN"].map { .string($0) },
      ]),
      "dnsNames": dnsNames.isEmpty ? nil : .strings(dnsNames),
      "uris": uriNames.isEmpty ? nil : .strings(uriNames),
      "keyUsage": .strings(keyUsage.map(\.stepName)),
      "basicConstraints": ["isCA": true, "maxPathLen": .integer(pathLength ?? -1)],
      "nameConstraints": nameConstraints?.stepValue,
      "signatureAlgorithm": .string(signer.stepSignature(signatureHash)),
    ])
  }
}

extension YAMLValue {
  /// The JSON as a template of Go, to which two braces would be the beginning of a command (text/template).
  fileprivate var goTemplate: String { json.replacing("{{", with: "{{\"{{\"}}") }
}

extension PlannedAuthority.KeyUsage {
  fileprivate var stepName: String {
    switch self {
    case .digitalSignature: "digitalSignature"
    case .contentCommitment: "contentCommitment"
    case .keyEncipherment: "keyEncipherment"
    case .keyCertSign: "certSign"
    case .crlSign: "crlSign"
    }
  }
}

extension PlannedAuthority.Constraints {
  fileprivate var stepValue: YAMLValue {
    let list = { (names: [String]) in names.isEmpty ? nil : YAMLValue.strings(names) }
    return .fields([
      "critical": true,
      "permittedDNSDomains": list(permitted.dns),
      "permittedURIDomains": list(permitted.uri),
      "excludedDNSDomains": list(excluded.dns),
      "excludedURIDomains": list(excluded.uri),
    ])
  }
}

extension KeyAlgorithm {
  fileprivate func stepSignature(_ hash: String) -> String {
    let digits = hash.replacing("-", with: "")
    if case .rsa = self { return "\(digits)-RSA" }
    return "ECDSA-\(digits)"
  }

  var stepArguments: String {
    switch self {
    case .rsa(let bits): "--kty RSA --size \(bits)"
    case .ecdsa(let curve): "--kty EC --curve \(curve.rawValue)"
    }
  }
}

extension ToolAbilities {
  static let step = ToolAbilities(
    minimumVersion: "0.25.0",
    current: Abilities(
      keepsSubjectOrder: false, lists: { _ in .none }, storage: keptAsFile,
      reasons: [
        .subject: goOrderReason, .lists: "without a running step-ca it signs no CRLs",
        .keyStorage: keptAsFileReason,
      ]))
}
