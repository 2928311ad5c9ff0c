internal import Diagnostics
internal import MeshNames

/// A tool of a cloud needs to know where there, and one authority that is named by hand signs all clusters.
func checkCloudAuthorities(_ written: CertificateAuthority?, _ hierarchy: AuthorityHierarchy, _ log: inout FindingLog) {
  guard let written else { return }
  for (key, tool) in written.clouds.missing {
    log.report(
      .missingKey(key, in: "certificateAuthority", at: tool.range, help: "`\(tool.value.rawValue)` has to know where"))
  }
  guard let aws = written.clouds.aws, let arn = aws.arn else { return }
  if arn.value.region != aws.region.description {
    log.report(.foreignRegion(arn, expected: aws.region))
  }
  let issuers = Set(hierarchy.intermediates.map(\.issuer))
  if issuers.count > 1 || hierarchy.rotation != nil {
    log.report(
      .notSupportedYet(
        "`arn` where more than one authority signs clusters", at: arn.range,
        help: "leave it out: `ceremony.sh` notes the names of the authorities that it makes"))
  }
}
