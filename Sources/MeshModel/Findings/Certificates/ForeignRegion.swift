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
          awsPrivateCA:
            region: eu-central-1
            arn: arn:aws:acm-pca:us-east-1:123456789012:certificate-authority/12345678-1234-1234-1234-123456789012
        """,
      right: """
        certificateAuthority:
          awsPrivateCA:
            region: eu-central-1
            arn: arn:aws:acm-pca:eu-central-1:123456789012:certificate-authority/12345678-1234-1234-1234-123456789012
        """))
}

extension Finding {
  static func foreignRegion(_ arn: Located<AuthorityARN>, expected region: CloudRegion) -> Finding {
    Finding(
      .foreignRegion, "the authority is in `\(arn.value.region)`, and `awsPrivateCA.region` is `\(region)`",
      at: arn.range, help: "give the region of the authority")
  }
}
