internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import MeshReleases

/// Reads the topology's version; what is no version at all is reported.
func readRelease(_ topology: Topology, into log: inout FindingLog) -> Located<PackageVersion>? {
  guard let written = topology.distribution?.version else { return nil }
  do throws(Misfit) {
    let release = try PackageVersion(parsing: written.value.description)
    return Located(release, at: written.range)
  } catch {
    log.report(.misfit(written.value.description, for: "distribution.version", error, at: written.range))
    return nil
  }
}

/// The release has the asmcli and the gateways that are planned for, and is still maintained.
func checkRelease(_ release: Located<PackageVersion>, _ log: inout FindingLog) {
  switch CloudServiceMeshSeries.standing(of: release.value) {
  case .older, .missing: log.report(.unplannedPackage(release))
  case .newer(let nearest):
    log.report(
      .unknownRelease(
        "Cloud Service Mesh \(release.value)", nearest: "Cloud Service Mesh \(nearest)", at: release.range))
  case .known:
    if CloudServiceMeshSeries.of(release.value)?.isMaintained == false { log.report(.endedPackage(release)) }
  }
}

/// The name of a revision is not taken, and tells the truth.
func checkRevision(_ topology: Topology, _ release: Located<PackageVersion>, _ log: inout FindingLog) {
  guard let revision = topology.controlPlane?.revision else { return }
  let name = revision.value.description
  if ["asm-managed", "asm-managed-rapid", "asm-managed-stable"].contains(name) {
    log.report(.managedRevision(revision))
  } else if name.namesPackage, name != release.value.asRevision {
    log.report(.revisionOfAnotherPackage(revision, release))
  }
}

extension String {
  /// Whether the name is made like those that asmcli makes: `asm-`, and two numbers with a dash between them.
  fileprivate var namesPackage: Bool {
    let parts = split(separator: "-", omittingEmptySubsequences: false)
    return parts.count == 3 && parts[0] == "asm" && parts.dropFirst().allSatisfy { Int($0) != nil }
  }
}
