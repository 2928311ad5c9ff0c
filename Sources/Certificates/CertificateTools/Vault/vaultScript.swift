internal import Certificates
internal import MeshModel
internal import MeshNames

func vaultScript(for plan: CertificatePlan, _ notice: String) -> CeremonyScript {
  let updates = Dictionary(plan.listUpdates.map { ($0.authority.id, $0.days) }) { first, _ in first }
  var script = CeremonyScript(
    notice: notice, tool: "Vault 1.19 or later, by VAULT_ADDR and VAULT_TOKEN", programs: ["vault"], plan: plan
  ) { commands(for: $0, of: $1, signedBy: $2, in: plan) }
  script.revokeCommands = { certificate, issuer in
    ["vault write pki-\(plan.mesh)-\(issuer.id)/revoke certificate=@\(certificate)"]
  }
  script.roomCommands = { roomCommands($0, in: "pki-\(plan.mesh)-\($0.id)") }
  script.ownFiles = { $0.cluster == nil ? ["installed.pem"] : [] }
  script.listCommands = { authority, file in
    authority.cluster == nil
      ? listCommands(of: authority, updates[authority.id] ?? 0, in: "pki-\(plan.mesh)-\(authority.id)", into: file)
      : nil
  }
  return script
}

/// The commands of one act; none for what no tool does.
private func commands(
  for step: CeremonyStep, of authority: PlannedAuthority, signedBy issuer: PlannedAuthority, in plan: CertificatePlan
) -> [String] {
  let mount = { (authority: PlannedAuthority) in "pki-\(plan.mesh)-\(authority.id)" }
  let (request, certificate) = (authority.requestFile, authority.certificateFile)
  switch step.operation {
  case .generateKey:
    return authority.cluster == nil
      ? keyCommands(authority, mount(authority))
      : CeremonyScript.madeElsewhere(authority.keyFile, by: step.id, of: authority, in: plan)
  case .selfSign:
    return CeremonyScript.make(certificate) {
      [
        "vault write -field=certificate \(mount(authority))/root/generate/existing @\"$here/\(authority.id).json\" >\($0)"
      ]
    }
  case .request where authority.cluster != nil:
    return CeremonyScript.madeElsewhere(request, by: step.id, of: authority, in: plan) + ["show \(request)"]
  case .request:
    return CeremonyScript.make(request) {
      [
        "vault write -field=csr \(mount(authority))/intermediate/generate/existing \\",
        "  @\"$here/\(authority.id).csr.json\" >\($0)",
      ]
    }
  case .sign:
    // Vault takes the key alone of a request whose signature verifies: use_csr_values is false.
    return ["needs \(issuer.certificateFile) \(request)", "show \(request)"]
      + installation(of: issuer, in: mount(issuer))
      + CeremonyScript.make(certificate) {
        [
          "vault write -field=certificate \(mount(issuer))/root/sign-intermediate \\",
          "  @\"$here/\(authority.id).sign.json\" csr=@\(request) >\($0)",
        ]
      }
  case .publishList, .deliver: return []
  }
}

/// What was revoked in the mount is on the CRL.
private func listCommands(
  of authority: PlannedAuthority, _ days: Int, in mount: String, into file: String
) -> [String] {
  ["needs \(authority.certificateFile)"] + installation(of: authority, in: mount) + [
    "vault write \(mount)/config/crl expiry=\(days * 24)h", "vault read \(mount)/crl/rotate",
    "vault read -field=certificate \(mount)/cert/crl >\(file)",
  ]
}

/// A key that is there already stays: Vault gives a name once.
private func keyCommands(_ authority: PlannedAuthority, _ mount: String) -> [String] {
  [
    "mkdir -p \(authority.folder)",
    "vault secrets list -format=json >\(authority.folder)/mounts.json",
    "grep -q '\"\(mount)/\"' \(authority.folder)/mounts.json ||",
    "  vault secrets enable -path=\(mount) -max-lease-ttl=\(authority.lifetime.days * 24)h pki",
    "rm -- \(authority.folder)/mounts.json",
    "vault read \(mount)/key/\(authority.id) >/dev/null 2>&1 ||",
    "  vault write \(mount)/keys/generate/internal key_name=\(authority.id) \(authority.key.vaultArguments)",
  ]
}

/// A tier can sign once its mount has its certificate, whoever signed that, and signs with it by default.
private func installation(of issuer: PlannedAuthority, in mount: String) -> [String] {
  let installed = "\(issuer.folder)/installed.pem"
  return issuer.issuer == nil
    ? []
    : [
      "cmp -s \(issuer.certificateFile) \(installed) || {",
      "  vault write -field=imported_issuers \(mount)/intermediate/set-signed certificate=@\(issuer.certificateFile) >\(installed).new",
      "  issuer=$(tr -d '[] \\n' <\(installed).new)",
      "  [ -z \"$issuer\" ] || vault write \(mount)/config/issuers default=\"$issuer\"",
      "  cp -- \(issuer.certificateFile) \(installed)", "  rm -- \(installed).new", "}",
    ]
}

/// Vault gives a name once: the key that is replaced makes room for its successor.
private func roomCommands(_ authority: PlannedAuthority, in mount: String) -> [String] {
  guard authority.cluster == nil else { return [] }
  let renamed = "\(authority.successor.folder)/renamed"
  let name = "\(authority.id)-$(sed -n 2p \(authority.certificateFile) | tr -dc 'A-Za-z0-9' | cut -c 1-40)"
  return [
    "needs \(authority.certificateFile)", "mkdir -p \(authority.successor.folder)", "[ -e \(renamed) ] || {",
    "  vault write \(mount)/key/\(authority.id) key_name=\"\(name)\"", "  : >\(renamed)", "}",
  ]
}

extension KeyAlgorithm {
  fileprivate var vaultArguments: String {
    switch self {
    case .rsa(let bits): "key_type=rsa key_bits=\(bits)"
    case .ecdsa(.p256): "key_type=ec key_bits=256"
    case .ecdsa(.p384): "key_type=ec key_bits=384"
    }
  }
}
