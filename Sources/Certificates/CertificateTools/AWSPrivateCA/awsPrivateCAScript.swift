internal import Certificates
internal import MeshNames

/// The names that AWS gives to authorities are noted in a file each, beside their certificates.
func awsPrivateCAScript(for plan: CertificatePlan, in region: CloudRegion, _ notice: String) -> CeremonyScript {
  let service = AWSCommands(region: region)
  var script = CeremonyScript(
    notice: notice, tool: "version 2 of the AWS CLI", programs: ["aws"], plan: plan
  ) { step, authority, issuer in
    switch step.operation {
    case .generateKey:
      authority.cluster == nil
        ? service.creation(of: authority)
        : CeremonyScript.madeElsewhere(authority.keyFile, by: step.id, of: authority, in: plan)
    case .request:
      authority.cluster == nil
        ? service.request(of: authority)
        : CeremonyScript.madeElsewhere(authority.requestFile, by: step.id, of: authority, in: plan)
          + ["show \(authority.requestFile)"]
    case .selfSign:
      service.request(of: authority) + service.signing(of: authority, by: authority)
        + service.activation(of: authority)
    case .sign:
      ["needs \(issuer.arnFile) \(authority.requestFile)", "show \(authority.requestFile)"]
        + (authority.cluster == nil
          ? []
          : [
            "echo \"\(authority.requestFile): this service takes over its subject; see that it is the planned one\" >&2"
          ])
        + service.signing(of: authority, by: issuer)
        + (authority.cluster == nil ? service.activation(of: authority) : [])
    case .publishList, .deliver: []
    }
  }
  script.ownFiles = { authority in ["arn", "order", "imported", "issuers.pem"].map { "\(authority.id).\($0)" } }
  return script
}

private struct AWSCommands {
  let region: CloudRegion

  private var command: String { "aws --region \(region) acm-pca" }
  private var partition: String {
    let name = region.description
    return name.hasPrefix("cn-") ? "aws-cn" : name.hasPrefix("us-gov-") ? "aws-us-gov" : "aws"
  }

  func creation(of authority: PlannedAuthority) -> [String] {
    ["mkdir -p \(authority.folder)"]
      + CeremonyScript.make(authority.arnFile) {
        [
          "\(command) create-certificate-authority \\",
          "  --certificate-authority-type \(authority.issuer == nil ? "ROOT" : "SUBORDINATE") \\",
          "  --certificate-authority-configuration \"file://$here/\(authority.id).json\" \\",
          "  --query CertificateAuthorityArn --output text >\($0)",
        ]
      }
  }

  func request(of authority: PlannedAuthority) -> [String] {
    ["needs \(authority.arnFile)"]
      + CeremonyScript.make(authority.requestFile) {
        [
          "\(command) wait certificate-authority-csr-created \(authority.awsReference)",
          "\(command) get-certificate-authority-csr \(authority.awsReference) --output text >\($0)",
        ]
      }
  }

  func signing(of authority: PlannedAuthority, by issuer: PlannedAuthority) -> [String] {
    let order = "\(authority.folder)/\(authority.id).order"
    let chosen = "--certificate-arn \"$(cat \(order))\""
    return CeremonyScript.make(order) {
      [
        "\(command) issue-certificate \(issuer.awsReference) \\",
        "  --csr fileb://\(authority.requestFile) \\",
        "  --signing-algorithm \(awsSigningAlgorithm(of: issuer.key, authority.signatureHash)) \\",
        "  --template-arn arn:\(partition):acm-pca:::template/\(authority.awsTemplate) \\",
        "  --validity Value=\(authority.lifetime.days),Type=DAYS --query CertificateArn --output text >\($0)",
      ]
    }
      + CeremonyScript.make(authority.certificateFile) {
        [
          "\(command) wait certificate-issued \(issuer.awsReference) \(chosen)",
          "\(command) get-certificate \(issuer.awsReference) \(chosen) \\",
          "  --query Certificate --output text >\($0)",
        ]
      }
      + (authority.issuer == nil || authority.cluster != nil
        ? []
        : CeremonyScript.make(authority.awsChainFile) {
          [
            "\(command) get-certificate \(issuer.awsReference) \(chosen) \\",
            "  --query CertificateChain --output text >\($0)",
          ]
        })
  }

  /// An authority can sign once the service has its certificate back.
  func activation(of authority: PlannedAuthority) -> [String] {
    let chain = authority.issuer == nil ? "" : " --certificate-chain fileb://\(authority.awsChainFile)"
    return CeremonyScript.make("\(authority.folder)/\(authority.id).imported") {
      [
        "\(command) import-certificate-authority-certificate \(authority.awsReference) \\",
        "  --certificate fileb://\(authority.certificateFile)\(chain)",
        ": >\($0)",
      ]
    }
  }
}

extension PlannedAuthority {
  /// What AWS calls it.
  fileprivate var arnFile: String { "\(folder)/\(id).arn" }
  fileprivate var awsChainFile: String { "\(folder)/\(id).issuers.pem" }
  fileprivate var awsReference: String { "--certificate-authority-arn \"$(cat \(arnFile))\"" }
  fileprivate var awsTemplate: String {
    issuer == nil ? "RootCACertificate/V1" : "SubordinateCACertificate_PathLen\(awsPathLength)/V1"
  }
}
