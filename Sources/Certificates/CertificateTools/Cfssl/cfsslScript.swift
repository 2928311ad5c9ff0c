internal import Certificates
internal import MeshModel
internal import MeshNames

/// cfssl answers with one JSON document, a key in it where it made one, which cfssljson takes apart.
///
/// The document is a file for a moment, since a failure before a pipe goes unnoticed in a POSIX shell.
func cfsslScript(for plan: CertificatePlan, _ notice: String) -> CeremonyScript {
  let updates = Dictionary(plan.listUpdates.map { ($0.authority.id, $0.days) }) { first, _ in first }
  var script = CeremonyScript(
    notice: notice, tool: "cfssl 1.5 or later; deviations.json says what older ones do otherwise",
    programs: ["cfssl", "cfssljson"], plan: plan
  ) { commands(for: $0, of: $1, signedBy: $2) }
  script.listCommands = { authority, file in listCommands(of: authority, updates[authority.id] ?? 0, into: file) }
  script.revokeCommands = revokeCommands
  return script
}

/// The commands of one act; none for what no tool does.
private func commands(
  for step: CeremonyStep, of authority: PlannedAuthority, signedBy issuer: PlannedAuthority
) -> [String] {
  let key = authority.keyFile
  let answer = "\(authority.folder)/answer"
  let takeApart = ["cfssljson -f \(answer).json -bare \(answer)", "rm -- \(answer).json"]
  switch step.operation {
  case .generateKey:
    return ["mkdir -p \(authority.folder)"]
      + CeremonyScript.make(key) { new in
        ["cfssl genkey \"$here/\(authority.id).csr.json\" >\(answer).json"] + takeApart + [
          "mv -- \(answer).csr \(authority.requestFile)", "mv -- \(answer)-key.pem \(new)",
        ]
      }
  case .request:
    // It was made with the key.
    return ["needs \(authority.requestFile)", "show \(authority.requestFile)"]
  case .selfSign:
    return ["needs \(key) \(authority.requestFile)"]
      + CeremonyScript.make(authority.certificateFile) { new in
        ["cfssl gencert -initca -ca-key \(key) \"$here/\(authority.id).ca.json\" >\(answer).json"] + takeApart
          + (authority.hasCfsslUsage ? [] : resign(authority, answer, takeApart))
          + ["rm -f -- \(answer).csr", "mv -- \(answer).pem \(new)"]
      }
  case .sign:
    let (issuerKey, issuerCertificate) = (issuer.keyFile, issuer.certificateFile)
    return ["needs \(issuerKey) \(issuerCertificate) \(authority.requestFile)", "show \(authority.requestFile)"]
      + CeremonyScript.make(authority.certificateFile) { new in
        requestCheck(authority) + [
          "cfssl sign -ca \(issuerCertificate) -ca-key \(issuerKey) -config \"$here/\(authority.id).signing.json\" \\",
          "  \(authority.requestFile) \"$here/\(authority.id).csr.json\" >\(answer).json",
        ] + takeApart + ["rm -f -- \(answer).csr", "mv -- \(answer).pem \(new)"]
      }
  case .publishList, .deliver: return []
  }
}

/// Refuses a request that asks for more than its names, where these are taken over: with them comes all else.
///
/// The subject is taken from the file beside the request's. cfssl checks the request's own signature.
private func requestCheck(_ authority: PlannedAuthority) -> [String] {
  let planned = authority.namesForCfssl
  guard !planned.isEmpty else { return [] }
  let asked = "\(authority.folder)/asked"
  return [
    "cfssl certinfo -csr \(authority.requestFile) >\(asked).json",
    "tr -d ' \\t\\n' <\(asked).json | sed 's/.*\"Extensions\":\\(.*\\),\"ExtraExtensions\".*/\\1/' >\(asked)",
    "grep -qxF \(planned.map { "-e '\($0)'" }.joined(separator: " ")) \(asked) || {",
    "  echo \"\(authority.requestFile) asks for other extensions than the planned names: make it with this tool\" >&2",
    "  exit 1", "}", "rm -- \(asked).json \(asked)",
  ]
}

/// The serial number, in decimal, joins those of the issuer's `revoked.txt`.
private func revokeCommands(of certificate: String, by issuer: PlannedAuthority) -> [String] {
  let revoked = "\(issuer.folder)/revoked.txt"
  return [
    "[ -e \(revoked) ] || : >\(revoked)", "cfssl certinfo -cert \(certificate) >\(certificate).json",
    "serial=$(sed -n 's/.*\"serial_number\": *\"\\([0-9]*\\)\".*/\\1/p' \(certificate).json)",
    "rm -- \(certificate).json", "grep -qx \"$serial\" \(revoked) || echo \"$serial\" >>\(revoked)",
  ]
}

/// The serial numbers in `revoked.txt`, in decimal, are on the CRL, which comes without the lines of PEM.
///
/// How many seconds it is good is an argument since 1.5; before, it is the name of a file with the number.
private func listCommands(of authority: PlannedAuthority, _ days: Int, into file: String) -> [String] {
  let (key, revoked, seconds) = (authority.keyFile, "\(authority.folder)/revoked.txt", days * 86400)
  let answer = "\(authority.folder)/answer.crl"
  return [
    "needs \(key) \(authority.certificateFile)", "revoked=/dev/null",
    "[ ! -s \(revoked) ] || revoked=\(revoked)", "echo \(seconds) >\(seconds)",
    "cfssl gencrl $revoked \(authority.certificateFile) \(key) \(seconds) >\(answer)", "rm -- \(seconds)",
    "{", "  echo '-----BEGIN X509 CRL-----'", "  fold -w 64 \(answer) | grep .", "  echo '-----END X509 CRL-----'",
    "} >\(file)", "rm -- \(answer)",
  ]
}

/// Signs a root that cfssl has made once more, with itself, for a key usage that it gives to no CA of its own.
private func resign(_ root: PlannedAuthority, _ answer: String, _ takeApart: [String]) -> [String] {
  [
    "mv -- \(answer).pem \(answer).ca.pem",
    "cfssl sign -ca \(answer).ca.pem -ca-key \(root.keyFile) \\",
    "  -config \"$here/\(root.id).signing.json\" \(root.requestFile) >\(answer).json",
  ] + takeApart + ["rm -- \(answer).ca.pem"]
}

extension ToolAbilities {
  /// No name constraints, and a hash of its own choice.
  ///
  /// Debian's version is of 2016: it drops the names of a CA, and knows the usage `content commitment` only misspelt, and
  /// takes no notice of a usage that it does not know.
  static let cfssl = ToolAbilities(
    minimumVersion: "1.5.0", current: cfsslAbilities(),
    older: cfsslAbilities(setsNames: false, keyUsage: { $0.filter { $0 != .contentCommitment } }))

  private static func cfsslAbilities(
    setsNames: Bool = true,
    keyUsage: @escaping @Sendable ([PlannedAuthority.KeyUsage]) -> [PlannedAuthority.KeyUsage] = { $0 }
  ) -> Abilities {
    Abilities(
      keepsSubjectOrder: false, hash: hashByKeySize, keyUsage: keyUsage, setsNames: { _ in setsNames },
      setsIdentity: { setsNames && $0.issuer != nil },
      constrainsNames: { _ in false }, lists: { _ in .unnumbered },
      storage: keptAsFile,
      reasons: [
        .subject: goOrderReason,
        .signatureHash: "the hash follows from the size of the issuer's key (signer/signer.go, DefaultSigAlgo)",
        .names: "before 1.5 there is no copy_extensions, and the names of a CA are dropped",
        .identity: "a root that it signs has no names",
        .keyUsage: "before 1.5 the usage is called \"content committment\", and one that is not known is left out",
        .nameConstraints: "it cannot write name constraints",
        .listNumber: "its CRLs have no number (RFC 5280, section 5.2.3)",
        .keyStorage: keptAsFileReason,
      ])
  }
}

let goOrderReason = "Go writes the parts of a name in one order (crypto/x509/pkix, Name.ToRDNSequence)"

/// What cfssl and cert-manager sign with: a longer RSA key gets a longer hash.
@Sendable func hashByKeySize(_ key: KeyAlgorithm) -> String? {
  switch key {
  case .rsa(let bits): bits >= 4096 ? "SHA-512" : bits >= 3072 ? "SHA-384" : "SHA-256"
  case .ecdsa(.p384): "SHA-384"
  case .ecdsa(.p256): "SHA-256"
  }
}
