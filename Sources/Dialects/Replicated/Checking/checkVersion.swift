internal import Diagnostics
internal import LegacyIstio
internal import MeshModel
internal import MeshNames

/// The release exists, and has what this mode is built on.
func checkVersion(_ version: Located<Version>, _ log: inout FindingLog) {
  guard version.value < LegacyRelease.today else {
    if version.value >= end {
      log.report(.unsupportedReplication(version, "Istio \(version.value) is too new to plan for"))
    }
    return
  }
  if version.value < Version(1, 1, 0) {
    log.report(.unsupportedReplication(version, "Istio \(version.value) has neither the gateways nor the names for it"))
  } else if version.value >= firstWithoutRewrite {
    log.report(
      .unsupportedReplication(
        version, "the gateways of Istio \(version.value) no longer turn a `.global` name into one of their own")
    )
  } else if !LegacyRelease.has(version.value) {
    log.report(.unsupportedReplication(version, "there is no Istio \(version.value)"))
  }
}

/// The first release that is not known.
private let end = Version(1, 31, 0)

/// From here on a gateway lets nothing but valid mutual TLS of its own services through, and there is no filter left for
/// the EnvoyFilter to stand behind (istio/istio@46725270b8e).
let firstWithoutRewrite = Version(1, 8, 6)
