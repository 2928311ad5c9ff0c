internal import Certificates
internal import Diagnostics
internal import Manifests
internal import MeshModel
internal import MeshNames
internal import YAMLWriting

/// The ceremony for AWS Private CA: what each authority of the service is to be, a script, and cert-manager's issuer.
///
/// AWS makes up the names of authorities, so the issuer can be written once one is known.
func awsPrivateCAFiles(for plan: CertificatePlan, _ notice: String) -> [ToolFile] {
  guard let aws = plan.awsPrivateCA else { return [] }
  let configurations = plan.authorities.filter { $0.cluster == nil }.map { authority in
    ToolFile("\(authority.id).json", authority.awsConfiguration.json)
  }
  let issued =
    aws.arn.map { arn in
      externallyIssuedFiles(for: plan, notice) { _, _ in
        Resource(
          "awspca.cert-manager.io/v1beta1", "AWSPCAClusterIssuer", "\(plan.mesh)-aws-private-ca",
          ["spec": ["arn": .string(arn.value.description), "region": .string(aws.region.description)]])
      }
    } ?? []
  return configurations + [awsPrivateCAScript(for: plan, in: aws.region, notice).file] + issued
}

extension PlannedAuthority {
  /// `CertificateAuthorityConfiguration`; as custom attributes, the parts of the name keep their order.
  fileprivate var awsConfiguration: YAMLValue {
    [
      "KeyAlgorithm": .string(key.awsName),
      "SigningAlgorithm": .string(awsSigningAlgorithm(of: key, signatureHash)),
      "Subject": [
        "CustomAttributes": .sequence(
          subject.map { ["ObjectIdentifier": .string(objectIdentifier(of: $0.type)), "Value": .string($0.value)] })
      ],
    ]
  }
}

/// RFC 4519, section 2.
private func objectIdentifier(of type: String) -> String {
  switch type {
  case "C": "2.5.4.6"
  case "ST": "2.5.4.8"
  case "L": "2.5.4.7"
  case "O": "2.5.4.10"
  case "OU": "2.5.4.11"
  default: "2.5.4.3"
  }
}

/// The algorithm that an authority signs with.
func awsSigningAlgorithm(of key: KeyAlgorithm, _ hash: String) -> String {
  hash.filter { $0 != "-" } + (key.isRSA ? "WITHRSA" : "WITHECDSA")
}

extension KeyAlgorithm {
  fileprivate var awsName: String {
    switch self {
    case .rsa(let bits): "RSA_\(bits)"
    case .ecdsa(.p256): "EC_prime256v1"
    case .ecdsa(.p384): "EC_secp384r1"
    }
  }
}

extension ToolAbilities {
  /// What the templates fix (AWS Private CA User Guide, "Template definitions").
  static let awsPrivateCA = ToolAbilities(
    current: Abilities(
      pathLength: { $0.issuer == nil ? nil : $0.awsPathLength },
      keyUsage: { _ in [.digitalSignature, .keyCertSign, .crlSign] },
      setsNames: { $0.cluster != nil },
      setsIdentity: { $0.cluster != nil }, constrainsNames: { _ in false },
      lists: { _ in .none },
      storage: { $0.cluster == nil ? Custody.KeyStorage.hsm.rawValue : $0.custody.storage.rawValue },
      reasons: [
        .pathLength: "RootCACertificate/V1 bounds nothing; of a subordinate, a template fixes a path length of 0 to 3",
        .keyUsage: "the templates for CAs fix digitalSignature, keyCertSign and cRLSign",
        .identity: "the service's own requests hold a subject alone",
        .names: "the service's own requests hold a subject alone",
        .nameConstraints: "the base templates take no extensions from a request",
        .lists: "the service writes CRLs into a bucket, which is not part of the plan: fetch them from there",
        .keyStorage: "the key is made in an HSM of the service, and stays there",
      ]))
}

extension PlannedAuthority {
  /// What a template gives: the issuer of cert-manager asks for 0 (cert-manager/aws-privateca-issuer#220).
  var awsPathLength: Int { cluster == nil ? min(pathLength ?? 3, 3) : 0 }
}
