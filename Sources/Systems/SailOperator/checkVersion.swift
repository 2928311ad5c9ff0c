package import Diagnostics
internal import Istio
package import MeshModel
internal import MeshNames

/// The release of Istio exists, and the operator of every cluster installs it.
package func checkVersion(_ topology: Topology, _ options: SailOptions, _ log: inout FindingLog) {
  guard let written = topology.distribution?.version else { return }
  let version = written.map { _ in options.istio.version }
  let releases = topology.clusters.compactMap { options.settings(for: $0.name?.value).release }
  for release in releases { checkOperator(release, installs: version, &log) }
  // An operator before 1.0 is asked for by those who know what it has; the tables are about those that came after.
  guard !releases.contains(where: { $0.value.major < 1 }) else { return }
  if let problem = problem(with: version.value) {
    log.report(.unsupportedVersion(version, problem))
  } else if releases.isEmpty {
    checkAge(version, &log)
    checkServiceMesh(topology, options, version, &log)
  }
}

/// Operators of today install the release, unless the topology says which operator it is for.
private func checkAge(_ version: Located<Version>, _ log: inout FindingLog) {
  guard !SailRelease.newest.installs(version.value), let last = SailRelease.newest(installing: version.value) else {
    return
  }
  log.report(.endOfLife(version, last: last))
}

private func checkOperator(
  _ release: Located<OperatorRelease>, installs version: Located<Version>, _ log: inout FindingLog
) {
  let known = SailRelease.all.first { $0.series == release.value.series }
  if !(known?.installs(version.value) ?? false) { log.report(.operatorCannotInstall(version, release, known)) }
}

private func problem(with version: Version) -> String? {
  if let patches = IstioRelease.patches(of: version), !patches.contains(version.patch) {
    return "there is no Istio \(version)"
  }
  return IstioRelease.supported.contains(version) ? nil : "Istio \(version) is outside of what can be planned for"
}

/// On OpenShift the operator is Red Hat's, and it does not install everything that the community's does.
private func checkServiceMesh(
  _ topology: Topology, _ options: SailOptions, _ version: Located<Version>, _ log: inout FindingLog
) {
  let first = topology.clusters.first { cluster in
    let settings = options.settings(for: cluster.name?.value)
    return cluster.platform?.value == .openshift && settings.delivery == .olm
      && settings.package ?? "servicemeshoperator3" == "servicemeshoperator3" && settings.channel == nil
  }
  guard let platform = first?.platform,
    !ServiceMeshRelease.all.contains(where: { $0.versions.contains(version.value) })
  else { return }
  log.report(.notInServiceMesh(version, platform: platform.range))
}
