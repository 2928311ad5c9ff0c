internal import Certificates
internal import MeshModel
internal import MeshNames
internal import YAMLWriting

/// The ceremony for cfssl: a request for each authority, a profile for each certificate, and a script.
func cfsslFiles(for plan: CertificatePlan, _ notice: String) -> [ToolFile] {
  plan.authorities.flatMap(cfsslFiles) + [cfsslScript(for: plan, notice).file]
}

private func cfsslFiles(of authority: PlannedAuthority) -> [ToolFile] {
  let request = ToolFile("\(authority.id).csr.json", authority.cfsslRequest.json)
  guard authority.issuer == nil else {
    return [request, ToolFile("\(authority.id).signing.json", authority.cfsslSigning.json)]
  }
  let certificate = ToolFile("\(authority.id).ca.json", authority.cfsslSelfSigning.json)
  return authority.hasCfsslUsage
    ? [request, certificate]
    : [request, certificate, ToolFile("\(authority.id).signing.json", authority.cfsslSigning.json)]
}

extension PlannedAuthority {
  /// Whether the key usage is the one that cfssl gives to a CA that signs itself (csr/csr.go, CAPolicy).
  var hasCfsslUsage: Bool { keyUsage == [.keyCertSign, .crlSign] }

  private func part(_ type: String) -> YAMLValue? {
    subject.first { $0.type == type }.map { .string($0.value) }
  }

  private var cfsslRequestFields: [YAMLValue.Entry] {
    let name = YAMLValue.fields(["C": part("C"), "L": part("L"), "O": part("O"), "OU": part("OU")])
    let fields = YAMLValue.fields([
      "CN": part("CN"),
      "hosts": dnsNames.isEmpty && uriNames.isEmpty ? nil : .strings(dnsNames + uriNames),
      "key": key.cfsslValue,
      "names": [name],
    ])
    guard case .mapping(let entries) = fields else { return [] }
    return entries
  }

  fileprivate var cfsslRequest: YAMLValue { .mapping(cfsslRequestFields) }

  /// A path length of 0 has a word of its own, or Go takes it for none.
  fileprivate var cfsslSelfSigning: YAMLValue {
    let authority = YAMLValue.fields([
      "expiry": .string(cfsslExpiry), "pathlen": pathLength.map { .integer($0) },
      "pathlenzero": pathLength == 0 ? true : nil,
    ])
    return .mapping(cfsslRequestFields + [.init("ca", authority)])
  }

  /// How its issuer signs it.
  ///
  /// The names of an authority are dropped unless the request's extensions are copied (signer/signer.go, FillTemplate):
  /// so the request is looked at before it is signed.
  fileprivate var cfsslSigning: YAMLValue {
    let constraint = YAMLValue.fields([
      "is_ca": true, "max_path_len": pathLength.map { .integer($0) }, "max_path_len_zero": pathLength == 0 ? true : nil,
    ])
    let profile = YAMLValue.fields([
      "expiry": .string(cfsslExpiry),
      "usages": .strings(keyUsage.map(\.cfsslName)),
      "ca_constraint": constraint,
      "copy_extensions": dnsNames.isEmpty && uriNames.isEmpty ? nil : true,
    ])
    return ["signing": ["default": profile]]
  }

  /// The extensions that its request may have, as `cfssl certinfo` shows them without blanks: names alone.
  ///
  /// Before 1.5 a URI is written as a DNS name, and dropped when it is signed.
  var namesForCfssl: [String] {
    let forms = [
      dnsNames.map { (UInt8(0x82), $0) } + uriNames.map { (0x86, $0) }, (dnsNames + uriNames).map { (0x82, $0) },
    ]
    guard !dnsNames.isEmpty || !uriNames.isEmpty else { return [] }
    let texts = forms.map { names in
      let value = DER(sequence: names.map { DER(tag: $0, Array($1.utf8)) }).base64
      return "[{\"Id\":[2,5,29,17],\"Critical\":false,\"Value\":\"\(value)\"}]"
    }
    return texts[0] == texts[1] ? [texts[0]] : texts
  }

  private var cfsslExpiry: String { "\(lifetime.days * 24)h" }
}

extension PlannedAuthority.KeyUsage {
  /// The names of config/config.go.
  fileprivate var cfsslName: String {
    switch self {
    case .digitalSignature: "digital signature"
    case .contentCommitment: "content commitment"
    case .keyEncipherment: "key encipherment"
    case .keyCertSign: "cert sign"
    case .crlSign: "crl sign"
    }
  }
}

extension KeyAlgorithm {
  fileprivate var cfsslValue: YAMLValue {
    switch self {
    case .rsa(let bits): ["algo": "rsa", "size": .integer(bits)]
    case .ecdsa(.p256): ["algo": "ecdsa", "size": 256]
    case .ecdsa(.p384): ["algo": "ecdsa", "size": 384]
    }
  }
}
