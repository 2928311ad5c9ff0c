internal import MeshNames

/// What each part of the language does to a mesh that runs; the first pattern that fits decides.
///
/// What is not here (values, patches, settings that only end up in objects) is judged by the objects.
let pageRules: [PageRule] =
  identityRules + releaseRules + controlPlaneRules + membershipRules + gatewayRules + certificateRules + sharingRules
  + otherRules

private let identityRules: [PageRule] = [
  .init("metadata.name", .topologyRenamed),
  .init("mesh.id", .meshID),
  .init("mesh.trustDomain", .trustDomain),
  .init("meshes[*].trustDomain", .trustDomain),
  .init("mesh.clusterDomain", .clusterDomain),
  .init("fleet.**", .otherFleet),
  .init("mesh.mutualTLS") { strictness($0.new) < strictness($0.old) ? .mutualTLSWeaker : .mutualTLSStricter },
  .init("controlPlane.security.**") { strictness($0.new) < strictness($0.old) ? .mutualTLSWeaker : .mutualTLSStricter },
  .init("mesh.networkPolicies") { $0.new == "true" ? .policyAdded : .policyRemoved },
]

/// How much a word of mutual TLS asks for; what Istio takes where nothing is said is the middle.
private func strictness(_ word: String?) -> Int {
  switch word?.lowercased() {
  case "strict", "true", "mutual", "mutual_tls", "yes", "on": 2
  case "disable", "disabled", "none", "false", "no", "off": 0
  default: 1
  }
}

private let releaseRules: [PageRule] = [
  .init("distribution.version", judge: releaseKind),
  .init("clusters[*].version", judge: releaseKind),
  .init("distribution.name", .otherInstaller),
  .init("controlPlane.mode", .otherInstaller),
  .init("distribution.operator.**", .operatorChanged),
  .init("clusters[*].operator.**", .operatorChanged),
  .init("distribution.hub", .images),
  .init("distribution.charts", .images),
]

private func releaseKind(_ change: StatementChange) -> ChangeKind? { releaseKind(from: change.old, to: change.new) }

/// What an update does: a release is `1.30.3`, a vendor's build of one, or a series alone.
func releaseKind(from old: String?, to new: String?) -> ChangeKind? {
  guard let old = old.flatMap(ReleaseNumber.init), let new = new.flatMap(ReleaseNumber.init) else {
    return .patchRelease
  }
  if old.major != new.major { return new.major < old.major ? .downgrade : .skippedMinor }
  if new.minor < old.minor { return .downgrade }
  return new.minor > old.minor + 1 ? .skippedMinor : new.minor > old.minor ? .minorUpgrade : .patchRelease
}

/// The first two numbers of a release, however it goes on.
private struct ReleaseNumber {
  let major: Int
  let minor: Int

  init?(_ text: String) {
    let numbers = text.drop { $0 == "v" }.split(separator: ".").prefix(2).map { Int($0.prefix { $0.isNumber }) }
    guard numbers.count == 2, let major = numbers[0], let minor = numbers[1] else { return nil }
    self.major = major
    self.minor = minor
  }
}

private let controlPlaneRules: [PageRule] = [
  .init("controlPlane.namespace", .controlPlaneElsewhere),
  .init("meshes[*].namespace", .controlPlaneElsewhere),
  .init("meshes[*].cluster", .controlPlaneElsewhere),
  .init("controlPlane.dataPlane", .dataPlane),
  .init("controlPlane.updateStrategy", .updateStrategy),
  .init("controlPlane.revision", .revision),
  .init("controlPlane.revisionTags", more: .revision, fewer: .revisionTagRemoved),
  .init("clusters[*].role", .roleChanged),
  .init("clusters[*].primary", .primaryChanged),
  .init("clusters[*].platform", .platform),
  .init("migration.**") { change in migrationKind(change) },
]

private let stages = ["prepare", "gateways", "services", "leave", "side-by-side", "done"]

private func migrationKind(_ change: StatementChange) -> ChangeKind? {
  guard change.path.description == "migration.stage" else { return .migrationStage }
  let (old, new) = (stages.firstIndex(of: change.old ?? ""), stages.firstIndex(of: change.new ?? ""))
  guard let new else { return change.old == "prepare" || change.old == "done" ? .migrationStage : .migrationLeap }
  let isNext = abs(new - (old ?? -1)) == 1
  return isNext && change.new != "done" ? .migrationStage : .migrationLeap
}

private let membershipRules: [PageRule] = [
  .init("clusters[*]", added: .clusterAdded, removed: .clusterRemoved),
  .init("networks[*]", added: .networkAdded, removed: .networkRemoved),
  .init("meshes[*]", added: .meshAdded, removed: .meshRemoved),
  .init("meshes[*].members", more: .namespaceAdded, fewer: .namespaceRemoved),
  .init("namespaces[*]", added: .namespaceAdded, removed: .namespaceRemoved),
  .init("namespaces[*].clusters", more: .namespaceAdded, fewer: .namespaceRemoved),
  .init("namespaces[*].dataPlane", .dataPlane),
  .init("namespaces[*].revision", .revision),
  .init("namespaces[*].waypoint", added: .waypointAdded, removed: .waypointRemoved),
  .init("clusters[*].network", .networkMoved),
  .init("clusters[*].injection.namespaces", more: .namespaceAdded, fewer: .namespaceRemoved),
  .init("clusters[*].injection.automatic", .namespaceRemoved),
]

private let otherRules: [PageRule] = [
  .init("clusters[*].context", .context),
  .init("clusters[*].location", .otherFleet),
  .init("clusters[*].apiServer", .apiServer),
  .init("clusters[*].tlsServerName", .apiServer),
  .init("clusters[*].certificateAuthorityData", .apiServer),
  .init("remoteAccess", .remoteAccess),
  .init("remoteAccess.**", .remoteAccess),
  .init("gitops.**", .delivery),
  .init("verification.**", .sample),
  .init("silence[*]", .words),
  .init("silence[*].**", .words),
  .init("renamed.**") { _ in nil },
  .init("clusters[*].kubernetes", .words),
]
