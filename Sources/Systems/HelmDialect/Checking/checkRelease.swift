internal import Diagnostics
internal import Istio
internal import MeshModel
internal import MeshNames

/// The release of Istio exists, its charts have what the plan needs, and it is still maintained.
func checkRelease(_ topology: Topology, _ version: Version, _ log: inout FindingLog) {
  guard let written = topology.distribution?.version else { return }
  let release = written.map { _ in version }
  let newest = IstioRelease.patches(of: version)?.upperBound
  if let newest, version.patch > newest {
    log.report(.noSuchRelease(release, newest: newest))
  } else if !IstioRelease.supported.contains(version) {
    log.report(.releaseNotPlanned(release))
  } else if version < IstioRelease.oldestMaintained {
    log.report(.unmaintainedRelease(release))
  }
}
