internal import Certificates
internal import MeshModel
internal import MeshNames
internal import YAMLWriting

/// The same for Terraform, in its JSON syntax: for those who keep Vault's mounts in Terraform's state.
///
/// Keys are made in Vault and stay there (`internal`), so none is in the state; requests of clusters are read from the
/// folder that the variable `issued` names, and certificates are outputs. The provider writes a path length of 0 since
/// 4.3.0 (hashicorp/terraform-provider-vault#2253).
func vaultTerraform(for plan: CertificatePlan, _ notice: String) -> ToolFile {
  let keys = Dictionary(plan.authorities.map { ($0.id, $0.key) }) { first, _ in first }
  let upper = plan.authorities.filter { $0.cluster == nil }
  let tiers = upper.filter { $0.issuer != nil }
  let signed = plan.authorities.filter { $0.issuer != nil }
  let certificate = { (authority: PlannedAuthority) in
    authority.terraformCertificate(signedBy: authority.issuer.flatMap { keys[$0] } ?? authority.key)
  }
  let resources = YAMLValue.fields([
    "vault_mount": blocks(upper) { $0.mount(in: plan.mesh) },
    "vault_pki_secret_backend_root_cert": blocks(upper.filter { $0.issuer == nil }) { root in
      root.key(in: root) + [.init("issuer_name", .string(root.id))] + certificate(root)
    },
    "vault_pki_secret_backend_intermediate_cert_request": blocks(tiers) { tier in
      tier.key(in: tier) + [.init("common_name", .string(tier.id))]
    },
    "vault_pki_secret_backend_root_sign_intermediate": blocks(signed) { authority in
      authority.request + certificate(authority) + [.init("use_csr_values", false)]
    },
    "vault_pki_secret_backend_intermediate_set_signed": blocks(tiers) { tier in
      [
        .init("backend", tier.reference("vault_mount", "path")),
        .init("certificate", tier.reference("vault_pki_secret_backend_root_sign_intermediate", "certificate")),
      ]
    },
  ])
  let document: YAMLValue = [
    "//": .string(notice),
    "terraform": ["required_providers": ["vault": ["source": "hashicorp/vault", "version": ">= 5.11.0"]]],
    "variable": ["issued": ["description": "the folder of requests and issued files", "type": "string"]],
    "resource": resources,
    "output": .mapping(
      plan.authorities.map { authority in
        let kind = authority.issuer == nil ? "root_cert" : "root_sign_intermediate"
        return .init(
          authority.label, ["value": authority.reference("vault_pki_secret_backend_\(kind)", "certificate")])
      }),
  ]
  return ToolFile(path: ["terraform", "main.tf.json"], text: document.json)
}

/// The blocks of one kind, by the labels of the authorities; `nil` where there are none.
private func blocks(
  _ authorities: [PlannedAuthority], _ content: (PlannedAuthority) -> [YAMLValue.Entry]
) -> YAMLValue? {
  authorities.isEmpty ? nil : .mapping(authorities.map { .init($0.label, .mapping(content($0))) })
}

extension PlannedAuthority {
  /// What Terraform calls it; a label begins with a letter.
  fileprivate var label: String { "ca-\(id)" }

  fileprivate func reference(_ kind: String, _ attribute: String) -> YAMLValue {
    .string("${\(kind).\(label).\(attribute)}")
  }

  fileprivate func mount(in mesh: MeshID) -> [YAMLValue.Entry] {
    [
      .init("path", .string("pki-\(mesh)-\(id)")), .init("type", "pki"),
      .init("max_lease_ttl_seconds", .integer(lifetime.days * 86400)),
    ]
  }

  /// A key that is made in the mount of an authority, and does not leave it.
  fileprivate func key(in mount: PlannedAuthority) -> [YAMLValue.Entry] {
    let (type, bits) =
      switch key {
      case .rsa(let bits): ("rsa", bits)
      case .ecdsa(.p256): ("ec", 256)
      case .ecdsa(.p384): ("ec", 384)
      }
    return [
      .init("backend", mount.reference("vault_mount", "path")), .init("type", "internal"),
      .init("key_name", .string(id)), .init("key_type", .string(type)), .init("key_bits", .integer(bits)),
    ]
  }

  /// Where it is signed, and the request: Vault's own, or the file that a cluster has made.
  ///
  /// An authority signs only once its own certificate is in its mount.
  fileprivate var request: [YAMLValue.Entry] {
    let above = "ca-\(issuer ?? "")"
    let isBelowRoot = tier == 1
    let ready = isBelowRoot ? "root_cert" : "intermediate_set_signed"
    let csr: YAMLValue =
      cluster == nil
      ? reference("vault_pki_secret_backend_intermediate_cert_request", "csr")
      : .string("${file(\"${var.issued}/\(requestFile)\")}")
    return [
      .init("depends_on", [.string("vault_pki_secret_backend_\(ready).\(above)")]),
      .init("backend", .string("${vault_mount.\(above).path}")), .init("csr", csr),
    ]
  }

  /// What the certificate is to hold: names are lists here, and texts no templates.
  fileprivate func terraformCertificate(signedBy signer: KeyAlgorithm) -> [YAMLValue.Entry] {
    vaultCertificate(signedBy: signer).map { entry in
      switch (entry.key, entry.value) {
      case ("alt_names", _): .init(entry.key, .strings(dnsNames))
      case ("uri_sans", _): .init(entry.key, .strings(uriNames))
      case (_, .string(let text)): .init(entry.key, .string(literal(text)))
      default: entry
      }
    }
  }
}

/// A text in which Terraform finds nothing to fill in (developer.hashicorp.com/terraform, "Strings and Templates").
private func literal(_ text: String) -> String {
  text.replacing("${", with: "$${").replacing("%{", with: "%%{")
}
