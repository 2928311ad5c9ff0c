internal import Diagnostics
internal import Istio
internal import MeshModel
internal import MeshNames
internal import MeshReleases

/// The release of Istio is one that can be planned for, its charts are where they are looked for, and it is maintained.
func checkRelease(_ topology: Topology, _ build: IstioBuild, _ log: inout FindingLog) {
  guard let written = topology.distribution?.version else { return }
  let release = written.map { _ in build }
  switch IstioSeries.standing(of: build.version) {
  case .older, .missing: return log.report(.releaseNotPlanned(release))
  case .newer(let nearest):
    log.report(.unknownRelease("Istio \(build)", nearest: "Istio \(nearest)", at: release.range))
  case .known: checkAge(release, &log)
  }
  if !build.isUpstream, topology.distribution?.charts.map({ UpstreamHosts.publishes($0.value.description) }) ?? true {
    log.report(.buildWithoutCharts(release, topology.distribution?.charts))
  }
}

/// Vendors maintain their builds for as long as they say; what comes before a release is nobody's to maintain.
private func checkAge(_ release: Located<IstioBuild>, _ log: inout FindingLog) {
  if let finding = Finding.unmaintainedRelease(release) {
    log.report(finding)
  } else if release.value.suffix != nil, release.value.isUpstream {
    let nearest = "Istio \(release.value.version)"
    log.report(.unknownRelease("Istio \(release.value)", nearest: nearest, at: release.range))
  }
}
