internal import Diagnostics
internal import MeshNames

extension FindingCode {
  static let foreignRegion = FindingCode(
    522, "foreign-region", .error,
    Explanation(
      meaning: "The authority of AWS Private CA that is named is in another region than the section says.",
      harm: """
        An authority can be reached in its own region alone: the issuer asks a service that has never heard of it, and \
        no cluster gets `cacerts`.
        """,
      sources: ["cert-manager/aws-privateca-issuer, config/crd, AWSPCAClusterIssuer"],
      wrong: """
        certificateAuthority:
          tools: [aws-private-ca]
          awsPrivateCA:
            region: eu-central-1
            arn: arn:aws:acm-pca:us-east-1:123456789012:certificate-authority/12345678-1234-1234-1234-123456789012
        """,
      right: """
        silence: [{code: MG520, reason: AWS sets the usages of keys}]
        certificateAuthority:
          tools: [aws-private-ca]
          awsPrivateCA:
            region: eu-central-1
            arn: arn:aws:acm-pca:eu-central-1:123456789012:certificate-authority/12345678-1234-1234-1234-123456789012
        """))

  static let unneededCloud = FindingCode(
    537, "unneeded-cloud", .warning,
    Explanation(
      meaning: "The topology says where in a cloud its authorities are, and does not ask for the files of that cloud.",
      harm: "Nothing comes of the section: whoever wrote it waits for files that nobody makes.",
      wrong: "certificateAuthority: {awsPrivateCA: {region: eu-central-1}}",
      right: """
        silence: [{code: MG520, reason: AWS sets the usages of keys}]
        certificateAuthority: {awsPrivateCA: {region: eu-central-1}, tools: [aws-private-ca]}
        """))
}

extension Finding {
  static func unneededCloud(_ key: Located<String>, _ tool: CertificateTool) -> Finding {
    Finding(
      .unneededCloud, "`\(key.value)` is for the tool `\(tool.rawValue)`, which is not asked for", at: key.range,
      help: "add `\(tool.rawValue)` to `certificateAuthority.tools`, or remove the section")
  }

  static func foreignRegion(_ arn: Located<AuthorityARN>, expected region: CloudRegion) -> Finding {
    Finding(
      .foreignRegion, "the authority is in `\(arn.value.region)`, and `awsPrivateCA.region` is `\(region)`",
      at: arn.range, help: "give the region of the authority")
  }
}
