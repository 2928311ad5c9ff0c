internal import Diagnostics
internal import Istio
internal import LegacyIstio
internal import MeshModel
internal import MeshNames
internal import MeshReleases

/// The release exists, and has what this mode is built on.
func checkVersion(_ version: Located<Version>, _ log: inout FindingLog) {
  if let problem = problem(with: version.value) {
    log.report(.unsupportedReplication(version, problem))
  } else if version.value >= LegacyRelease.today {
    checkMaintenance(version, &log)
  }
}

/// One of today's releases is known, and maintained.
private func checkMaintenance(_ version: Located<Version>, _ log: inout FindingLog) {
  if case .newer(let nearest) = IstioSeries.standing(of: version.value) {
    log.report(.unknownRelease("Istio \(version.value)", nearest: "Istio \(nearest)", at: version.range))
  } else if let finding = Finding.unmaintainedRelease(version.map(IstioBuild.init)) {
    log.report(finding)
  }
}

private func problem(with version: Version) -> String? {
  if version < Version(1, 1, 0) { return "Istio \(version) has neither the gateways nor the names for it" }
  if version < firstWithoutRewrite { return LegacyRelease.has(version) ? nil : "there is no Istio \(version)" }
  if version < LegacyRelease.today {
    return "the gateways of Istio \(version) no longer turn a `.global` name into one of their own"
  }
  return nil
}

/// From here on a gateway lets nothing but valid mutual TLS of its own services through, and there is no filter left for
/// the EnvoyFilter to stand behind (istio/istio@46725270b8e).
private let firstWithoutRewrite = Version(1, 8, 6)
