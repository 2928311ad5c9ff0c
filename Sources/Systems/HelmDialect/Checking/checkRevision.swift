internal import Diagnostics
internal import Istio
internal import MeshModel
internal import MeshNames

/// The name of a revision fits where it is used, and tells the truth.
func checkRevision(_ topology: Topology, _ options: IstioOptions, _ log: inout FindingLog) {
  guard let revision = topology.controlPlane?.revision else { return }
  let name = revision.value.description
  if name.count > IstioOptions.longestRevision {
    let misfit = Misfit(
      "is \(name.count) characters long",
      expected: "at most \(IstioOptions.longestRevision), so that Helm can have a release of it")
    log.report(.misfit(name, for: "controlPlane.revision", misfit, at: revision.range))
  }
  if let version = topology.distribution?.version, name.namesRelease, name != options.build.asRevision,
    !name.isRelease(of: options.build)
  {
    log.report(.revisionOfAnotherRelease(revision, version: version.map { _ in options.build }))
  }
}

extension String {
  /// Whether the name is made like a release's: three numbers with dashes between them.
  fileprivate var namesRelease: Bool {
    let parts = split(separator: "-", omittingEmptySubsequences: false)
    return parts.count == 3 && parts.allSatisfy { Int($0) != nil }
  }

  /// Whether it is called after the release that a vendor's build is made of.
  fileprivate func isRelease(of build: IstioBuild) -> Bool { self == IstioBuild(build.version).asRevision }
}
