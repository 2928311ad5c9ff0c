internal import Diagnostics
internal import MeshNames

/// A tool of a cloud needs to know where there, and one authority that is named by hand signs all clusters.
func checkCloudAuthorities(_ written: CertificateAuthority?, _ hierarchy: AuthorityHierarchy, _ log: inout FindingLog) {
  guard let written else { return }
  for (key, tool) in written.clouds.missing {
    log.report(
      .missingKey(key, in: "certificateAuthority", at: tool.range, help: "`\(tool.value.rawValue)` has to know where"))
  }
  for (key, tool) in written.clouds.unneeded { log.report(.unneededCloud(key, tool)) }
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

/// What authorities are called in Google's service has a limit; while a root takes the place of another, both are there.
func checkGoogleIDs(_ topology: Topology, _ hierarchy: AuthorityHierarchy, _ log: inout FindingLog) {
  guard let tool = hierarchy.tools.first(where: { $0.value == .googleCAS }) else { return }
  let generation = hierarchy.rotation == nil ? hierarchy.generation : hierarchy.generation.next
  let suffix = generation == Generation(1) ? "" : "-g\(generation)"
  let ids = hierarchy.authorities.map { "\(hierarchy.mesh.name)-\($0.id)\(suffix)" }
  if let longest = ids.max(by: { $0.count < $1.count }), longest.count > 63 {
    log.report(.longCloudID(longest, tool: tool.range, mesh: topology.mesh?.id?.range ?? topology.name?.range))
  }
}
