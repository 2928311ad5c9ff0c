internal import Certificates
internal import Manifests
internal import MeshModel
internal import MeshNames
internal import YAMLWriting

/// The ceremony for Google's Certificate Authority Service: the flags of each authority, the templates by which those of
/// the clusters are signed, a script, and cert-manager's issuers.
func googleCASFiles(for plan: CertificatePlan, _ notice: String) -> [ToolFile] {
  guard let google = plan.googleCAS else { return [] }
  let settings = plan.authorities.flatMap { authority in
    authority.cluster == nil
      ? [ToolFile("\(authority.id).flags.json", authority.googleFlags.json)]
      : [
        ToolFile("\(authority.id).template.json", authority.googleTemplate.json),
        ToolFile("\(authority.id).cel", authority.googleIdentity + "\n"),
      ]
  }
  let place = "projects/\(google.project)/locations/\(google.location)"
  return settings + [googleCASScript(for: plan, in: google, notice).file]
    + externallyIssuedFiles(for: plan, notice) { authority, issuer in
      Resource(
        "cas-issuer.jetstack.io/v1beta1", "GoogleCASClusterIssuer", "\(plan.mesh)-google-cas",
        [
          "spec": [
            "project": "\(google.project)",
            "location": "\(google.location)",
            "caPoolId": "\(google.pool)",
            "certificateAuthorityId": .string(plan.googleID(of: issuer)),
            "certificateTemplate": .string("\(place)/certificateTemplates/\(plan.googleID(of: authority.id))"),
          ]
        ])
    }
}

extension CertificatePlan {
  /// Letters, digits, `-` and `_` alone (cloud.google.com, projects.locations.caPools.certificateAuthorities/create).
  func googleID(of authority: String) -> String { "\(mesh)-\(authority)".replacing(".", with: "-") }
}

extension PlannedAuthority {
  /// What `gcloud --flags-file` takes: without a shell, a name may hold any character.
  fileprivate var googleFlags: YAMLValue {
    let list = { (names: [String]?) in names.flatMap { $0.isEmpty ? nil : YAMLValue.strings($0) } }
    return .fields([
      "--subject": .mapping(subject.map { .init($0.type, .string($0.value)) }),
      "--dns-san": list(dnsNames),
      "--uri-san": list(uriNames),
      "--key-algorithm": .string(googleAlgorithm),
      "--key-usages": .strings(keyUsage.map(\.googleName)),
      "--max-chain-length": pathLength.map { .integer($0) },
      "--unconstrained-chain-length": pathLength == nil ? true : nil,
      "--name-permitted-dns": list(nameConstraints?.permitted.dns),
      "--name-permitted-uri": list(nameConstraints?.permitted.uri),
      "--name-excluded-dns": list(nameConstraints?.excluded.dns),
      "--name-excluded-uri": list(nameConstraints?.excluded.uri),
      "--validity": .string("P\(lifetime.days)D"),
    ])
  }

  private var googleAlgorithm: String {
    switch key {
    case .rsa(let bits): "rsa-pkcs1-\(bits)-sha256"
    case .ecdsa(.p256): "ec-p256-sha256"
    case .ecdsa(.p384): "ec-p384-sha384"
    }
  }

  /// `X509Parameters`: a request of cert-manager says nothing of a CA, so the template has to.
  fileprivate var googleTemplate: YAMLValue {
    .fields([
      "keyUsage": ["baseKeyUsage": .mapping(keyUsage.map { .init($0.googleField, true) })],
      "caOptions": .fields(["isCa": true, "maxIssuerPathLength": pathLength.map { .integer($0) }]),
      "nameConstraints": nameConstraints?.googleValue,
    ])
  }
}

extension PlannedAuthority {
  /// What a request may ask for, since its names are taken over: those that are planned
  /// (cloud.google.com/certificate-authority-service, "Use Common Expression Language").
  fileprivate var googleIdentity: String {
    let fields = [
      ("C", "country_code"), ("L", "locality"), ("O", "organization"), ("OU", "organizational_unit"),
      ("CN", "common_name"),
    ]
    let parts = Dictionary(subject.map { ($0.type, $0.value) }) { first, _ in first }
    let names = fields.map { type, field in "subject.\(field) == \(celText(parts[type] ?? ""))" }
    let kinds = [("DNS", dnsNames), ("URI", uriNames)].filter { !$0.1.isEmpty }.map { kind, names in
      "san.type == \(kind) && san.value in [\(names.map(celText).joined(separator: ", "))]"
    }
    let alternative = kinds.isEmpty ? "false" : kinds.joined(separator: " || ")
    return (names + ["subject_alt_names.all(san, \(alternative))"]).joined(separator: " && ")
  }
}

/// A text of the Common Expression Language.
private func celText(_ text: String) -> String {
  "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
}

extension PlannedAuthority.KeyUsage {
  fileprivate var googleName: String {
    switch self {
    case .digitalSignature: "digital_signature"
    case .contentCommitment: "content_commitment"
    case .keyEncipherment: "key_encipherment"
    case .keyCertSign: "cert_sign"
    case .crlSign: "crl_sign"
    }
  }

  fileprivate var googleField: String {
    switch self {
    case .keyCertSign: "certSign"
    case .crlSign: "crlSign"
    default: rawValue
    }
  }
}

extension PlannedAuthority.Constraints {
  fileprivate var googleValue: YAMLValue {
    let list = { (names: [String]) in names.isEmpty ? nil : YAMLValue.strings(names) }
    return .fields([
      "critical": true,
      "permittedDnsNames": list(permitted.dns), "permittedUris": list(permitted.uri),
      "excludedDnsNames": list(excluded.dns), "excludedUris": list(excluded.uri),
    ])
  }
}

extension ToolAbilities {
  /// An authority of the service signs with one hash, that of its key's algorithm (`KeySpec.algorithm`).
  static let googleCAS = ToolAbilities(
    current: Abilities(
      keepsSubjectOrder: false, hash: { $0 == .ecdsa(.p384) ? "SHA-384" : "SHA-256" },
      lists: { _ in .none },
      storage: { $0.cluster == nil ? Custody.KeyStorage.cloudKMS.rawValue : $0.custody.storage.rawValue },
      holder: { $0.issuer != nil && $0.cluster == nil ? "whoever may create authorities in the pool" : nil },
      reasons: [
        .subject: "the service takes a name as a message of fields, whose order it does not promise to keep",
        .signatureHash: "the hash belongs to the algorithm of the issuer's key",
        .lists: "the service writes CRLs into a bucket, each good for a week: fetch them from there",
        .keyHolder: "key, request and certificate are made in one act, which the issuer's holders have no part in",
        .keyStorage: "the key is made in Cloud KMS, and stays there",
      ]))
}
