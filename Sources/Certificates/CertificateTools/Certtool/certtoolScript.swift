internal import Certificates
internal import MeshModel
internal import MeshNames

func certtoolScript(for plan: CertificatePlan, _ notice: String) -> CeremonyScript {
  var script = CeremonyScript(
    notice: notice, tool: "certtool (GnuTLS 3.7 or later)", programs: ["certtool"], plan: plan
  ) { commands(for: $0, of: $1, signedBy: $2) }
  script.listCommands = listCommands
  script.revokeCommands = revokeCommands
  return script
}

/// The commands of one act; none for what no tool does.
private func commands(
  for step: CeremonyStep, of authority: PlannedAuthority, signedBy issuer: PlannedAuthority
) -> [String] {
  let (key, request, certificate) = (authority.keyFile, authority.requestFile, authority.certificateFile)
  let template = "--template \"$here/\(authority.id)"
  switch step.operation {
  case .generateKey:
    return ["mkdir -p \(authority.folder)"] + CeremonyScript.make(key) { keyCommands(authority.key, $0) }
  case .selfSign:
    return ["needs \(key)"]
      + CeremonyScript.make(certificate) {
        [
          "certtool --generate-self-signed \(hash(authority.signatureHash)) --load-privkey \(key) \\",
          "  \(template).cert.tmpl\" --no-text --outfile \($0)",
        ]
      }
  case .request:
    return ["needs \(key)"]
      + CeremonyScript.make(request) {
        [
          "certtool --generate-request \(hash(authority.key.usualHash)) --load-privkey \(key) \\",
          "  \(template).csr.tmpl\" --no-text --outfile \($0)",
        ]
      } + ["show \(request)"]
  case .sign:
    return ["needs \(issuer.keyFile) \(issuer.certificateFile) \(request)", "show \(request)"]
      + CeremonyScript.make(certificate) {
        publicKey(request, into: certificate + ".key") + [
          "certtool --generate-certificate \(hash(authority.signatureHash)) --load-pubkey \(certificate).key \\",
          "  --load-ca-certificate \(issuer.certificateFile) --load-ca-privkey \(issuer.keyFile) \\",
          "  \(template).cert.tmpl\" --no-text --outfile \($0)", "rm -- \(certificate).key",
        ]
      }
  case .publishList, .deliver: return []
  }
}

/// Makes a key; an elliptic one of GnuTLS before 3.8 has a byte too much in about half of the cases, and is made anew.
///
/// RFC 5915 has numbers of one length, and not everybody reads others.
private func keyCommands(_ key: KeyAlgorithm, _ file: String) -> [String] {
  let make = "certtool --generate-privkey \(key.certtoolArguments) --no-text --outfile \(file)"
  guard let start = key.startOfIrregularKey else { return [make] }
  return [
    "while :; do", "  \(make)", "  # A key with a byte too much is made anew: RFC 5915 has one length for all.",
    "  sed -n 2p \(file) | grep -q '^\(start)' || break", "done",
  ]
}

/// The key alone of a request that is signed with it; whatever else it asks for, the template has the say.
private func publicKey(_ request: String, into file: String) -> [String] {
  [
    "certtool --crq-info --infile \(request) --no-text >\(file) 2>&1",
    "grep -q 'Self signature: verified' \(file) || {",
    "  echo \"\(request) is not signed with the key that it asks for\" >&2",
    "  exit 1", "}", "certtool --pubkey-info --load-request \(request) --no-text --outfile \(file)",
  ]
}

/// What is revoked lies in `revoked.pem` of its issuer, each certificate once.
private func revokeCommands(of certificate: String, by issuer: PlannedAuthority) -> [String] {
  let revoked = "\(issuer.folder)/revoked.pem"
  return [
    "[ -e \(revoked) ] || : >\(revoked)",
    "grep -qxF -- \"$(sed -n 2p \(certificate))\" \(revoked) || awk 1 \(certificate) >>\(revoked)",
  ]
}

/// Whatever lies in `revoked.pem` is on the CRL; its number counts the time (src/certtool-cfg.c, get_crl_number).
private func listCommands(of authority: PlannedAuthority, into file: String) -> [String] {
  let (key, revoked) = (authority.keyFile, "\(authority.folder)/revoked.pem")
  return [
    "needs \(key) \(authority.certificateFile)", "revoked=''",
    "[ ! -s \(revoked) ] || revoked='--load-certificate \(revoked)'",
    "# shellcheck disable=SC2086 # two words",
    "certtool --generate-crl $revoked \(hash(authority.key.usualHash)) --load-ca-privkey \(key) \\",
    "  --load-ca-certificate \(authority.certificateFile) --template \"$here/\(authority.id).crl.tmpl\" \\",
    "  --no-text --outfile \(file) </dev/null",
  ]
}

private func hash(_ name: String) -> String { "--hash=\(name.replacing("-", with: ""))" }

extension KeyAlgorithm {
  fileprivate var certtoolArguments: String {
    switch self {
    case .rsa(let bits): "--key-type=rsa --bits=\(bits)"
    case .ecdsa(.p256): "--key-type=ecdsa --curve=secp256r1"
    case .ecdsa(.p384): "--key-type=ecdsa --curve=secp384r1"
    }
  }

  /// How the Base64 of a key begins that has a byte too much; `nil` for RSA.
  fileprivate var startOfIrregularKey: String? {
    switch self {
    case .rsa: nil
    case .ecdsa(.p256): "MH[^c]CAQEE"
    case .ecdsa(.p384): "MIG[^k]AgEBBD"
    }
  }
}

extension ToolAbilities {
  /// Everything; a key is a file, unless its owner gives the script's commands the URL of a PKCS#11 token.
  static let certtool = ToolAbilities(
    minimumVersion: "3.7", current: Abilities(storage: keptAsFile, reasons: [.keyStorage: keptAsFileReason]))
}

/// Where the script of a tool that makes files leaves a key: in a folder, and from there it goes to its cluster.
@Sendable func keptAsFile(_ authority: PlannedAuthority) -> String {
  switch authority.custody.storage {
  case .hsm, .vault, .cloudKMS: "file"
  case .offline, .kubernetesSecret, .secretStore: authority.custody.storage.rawValue
  }
}

let keptAsFileReason = "the script makes the key as a file"
