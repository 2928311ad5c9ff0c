package import Diagnostics
internal import Istio
package import MeshModel
internal import MeshNames
internal import MeshReleases

/// The release of Istio is one that can be planned for, and the operator of every cluster installs it.
package func checkVersion(_ topology: Topology, _ options: SailOptions, _ log: inout FindingLog) {
  guard let written = topology.distribution?.version else { return }
  let release = written.map { _ in options.istio.build }
  checkHub(topology, options, &log)
  let operators = topology.clusters.compactMap { options.settings(for: $0.name?.value).namedRelease }
  for each in operators { checkOperator(each, installs: release, &log) }
  // An operator before 1.0 is asked for by those who know what it has; the tables are about those that came after.
  guard !operators.contains(where: { $0.value.major < 1 }) else { return }
  guard release.value.isUpstream else { return checkVendor(topology, options, release, &log) }
  if let finding = Finding.versionOfServiceMesh(release) { return log.report(finding) }
  switch IstioSeries.standing(of: release.value.version) {
  case .older, .missing:
    log.report(.unsupportedVersion(release))
  case .known where release.value.version == SailRelease.neverInstalled:
    log.report(.neverInstalled(release))
  case .newer(let nearest) where !reports(operators, release):
    log.report(
      .unknownRelease(
        "Istio \(release.value)", nearest: "Istio \(nearest)", at: release.range,
        nearestChannel(topology, options, release.value.version)))
  case .known where release.value.suffix != nil:
    log.report(
      .unknownRelease(
        "Istio \(release.value)", nearest: "Istio \(release.value.version)", at: release.range,
        nearestChannel(topology, options, release.value.version)))
  case .known where operators.isEmpty:
    checkAge(topology, options, release, &log)
    checkServiceMesh(topology, options, release, &log)
  default: break
  }
}

/// Whether a finding about an operator says all there is to say of the release.
private func reports(_ operators: [Located<OperatorRelease>], _ release: Located<IstioBuild>) -> Bool {
  operators.contains { OperatorTable.standing(of: $0.value, release.value.version) != .known }
}

/// Operators of today install the release, and it is maintained, unless the topology says which operator it is for.
///
/// Red Hat maintains what its own operator installs, whoever has installed that.
private func checkAge(
  _ topology: Topology, _ options: SailOptions, _ release: Located<IstioBuild>, _ log: inout FindingLog
) {
  let communityInstalls = topology.clusters.contains { !$0.mayHaveServiceMesh(options) }
  guard communityInstalls, let series = IstioSeries.of(release.value.version) else { return }
  if series.end != nil || !SailRelease.newest.installs(release.value.version) {
    log.report(.endOfLife(release, series))
  }
}

private func checkOperator(
  _ release: Located<OperatorRelease>, installs build: Located<IstioBuild>, _ log: inout FindingLog
) {
  switch OperatorTable.standing(of: release.value, build.value.version) {
  case .known: break
  case .newer(let nearest):
    log.report(
      .unknownRelease(
        "the operator \(release.value) with Istio \(build.value)", nearest: nearest, at: release.range,
        notes: [Finding.Annotation(build.range, "the release of Istio")]))
  case .missing, .older: log.report(.operatorCannotInstall(build, release))
  }
}

/// On OpenShift the operator is Red Hat's, and it does not install everything that the community's does.
private func checkServiceMesh(
  _ topology: Topology, _ options: SailOptions, _ release: Located<IstioBuild>, _ log: inout FindingLog
) {
  let first = topology.clusters.first { $0.hasServiceMesh(options) && $0.settings(in: options).channel == nil }
  guard let platform = first?.platform else { return }
  switch ServiceMeshRelease.standing(of: release.value.version) {
  case .known: break
  case .newer(let nearest):
    log.report(
      .unknownRelease(
        "an OpenShift Service Mesh that installs Istio \(release.value)", nearest: "Istio \(nearest)",
        at: release.range,
        notes: [Finding.Annotation(platform.range, "where Red Hat's operator is the one that is subscribed to")],
        nearestChannel(topology, options, release.value.version)))
  case .missing, .older: log.report(.notInServiceMesh(release, platform: platform.range))
  }
}

/// Where the operator is subscribed to, for a release that none is known to install.
private func nearestChannel(_ topology: Topology, _ options: SailOptions, _ version: Version) -> String? {
  let cluster = topology.clusters.first { cluster in
    let settings = cluster.settings(in: options)
    return settings.delivery == .olm && settings.channel == nil
  }
  return cluster.map { cluster in
    let package = cluster.settings(in: options).package
    let standard = cluster.platform?.value == .openshift ? "servicemeshoperator3" : "sailoperator"
    let channel = OperatorChannel.channel(of: package ?? standard, for: version, release: nil)
    return "and the operator is subscribed to in the nearest channel, `\(channel)`"
  }
}
