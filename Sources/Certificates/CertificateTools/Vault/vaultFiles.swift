internal import Certificates
internal import MeshModel
internal import MeshNames
internal import YAMLWriting

/// The ceremony for Vault's PKI engine: a mount for each authority that signs others, what is sent to it, and a script.
///
/// The keys of these never leave Vault. Those of the clusters are made in the clusters, by another tool.
func vaultFiles(for plan: CertificatePlan, _ notice: String) -> [ToolFile] {
  let keys = Dictionary(plan.authorities.map { ($0.id, $0.key) }) { first, _ in first }
  return plan.authorities.flatMap { authority in
    let signed = authority.vaultCertificate(signedBy: authority.issuer.flatMap { keys[$0] } ?? authority.key)
    if authority.issuer == nil {
      return [ToolFile("\(authority.id).json", (authority.vaultReference + signed).document.json)]
    }
    let certificate = ToolFile("\(authority.id).sign.json", (signed + [.init("use_csr_values", false)]).document.json)
    let request = [.init("key_ref", .string(authority.id)), .init("common_name", .string(authority.id))].document.json
    return authority.cluster == nil ? [ToolFile("\(authority.id).csr.json", request), certificate] : [certificate]
  } + [vaultTerraform(for: plan, notice), vaultScript(for: plan, notice).file]
}

extension [YAMLValue.Entry] {
  fileprivate var document: YAMLValue { .mapping(self) }
}

extension PlannedAuthority {
  /// Which of the mount's keys it is, and what it is called as an issuer.
  fileprivate var vaultReference: [YAMLValue.Entry] {
    [.init("key_ref", .string(id)), .init("issuer_name", .string(id))]
  }

  /// What the certificate is to hold.
  ///
  /// No bound of the path length is -1. Where the key is RSA, the hash has to be said.
  func vaultCertificate(signedBy signer: KeyAlgorithm) -> [YAMLValue.Entry] {
    let parts = Dictionary(subject.map { ($0.type, YAMLValue.string($0.value)) }) { first, _ in first }
    let list = { (names: [String]?) in names.flatMap { $0.isEmpty ? nil : YAMLValue.strings($0) } }
    let fields = YAMLValue.fields([
      "common_name": parts["CN"],
      "country": parts["C"], "locality": parts["L"], "organization": parts["O"], "ou": parts["OU"],
      "alt_names": dnsNames.isEmpty ? nil : .string(dnsNames.joined(separator: ",")),
      "uri_sans": uriNames.isEmpty ? nil : .string(uriNames.joined(separator: ",")),
      "exclude_cn_from_sans": true,
      "max_path_length": .integer(pathLength ?? -1),
      "permitted_dns_domains": list(nameConstraints?.permitted.dns),
      "permitted_uri_domains": list(nameConstraints?.permitted.uri),
      "excluded_dns_domains": list(nameConstraints?.excluded.dns),
      "excluded_uri_domains": list(nameConstraints?.excluded.uri),
      "signature_bits": signer.isRSA ? .integer(signatureHash == "SHA-384" ? 384 : 256) : nil,
      "ttl": .string("\(lifetime.days * 24)h"),
    ])
    guard case .mapping(let entries) = fields else { return [] }
    return entries
  }
}

extension KeyAlgorithm {
  var isRSA: Bool {
    if case .rsa = self { true } else { false }
  }
}
