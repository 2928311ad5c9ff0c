internal import Diagnostics
internal import Istio
internal import MeshNames

extension FindingCode {
  static let noSuchRelease = FindingCode(
    411, "no-such-release", .error, restsOn: ["distribution", "controlPlane", "migration", "meshes"],
    Explanation(
      meaning: "The charts have no such release of Istio, or it is one that cannot be planned for.",
      harm: """
        Helm would find no chart of this version. Charts before 1.24 have no profile `remote`, and keep what it stands for \
        in a chart of its own.
        """,
      sources: ["https://istio.io/latest/docs/releases/supported-releases/"],
      wrong: "distribution: {name: istio, version: 1.30.9}",
      right: "distribution: {name: istio, version: 1.30.3}"))

  static let unmaintainedRelease = FindingCode(
    412, "unmaintained-release", .warning, restsOn: ["distribution", "controlPlane", "migration", "meshes"],
    Explanation(
      meaning: "The release of Istio is past its end of life.",
      harm: "It gets no security fixes, in the control plane or in any proxy.",
      sources: ["https://istio.io/latest/docs/releases/supported-releases/"],
      wrong: "distribution: {name: istio, version: 1.26.8}",
      right: "distribution: {name: istio, version: 1.30.3}"))
}

extension Finding {
  static func noSuchRelease(_ version: Located<Version>, newest: Int) -> Finding {
    let release = "\(version.value.series).\(newest)"
    return Finding(
      .noSuchRelease, "there is no Istio \(version.value)", at: version.range,
      help: "the newest release of \(version.value.series) is \(release)", fix: Fix(version.range, release))
  }

  static func releaseNotPlanned(_ version: Located<Version>) -> Finding {
    let supported = IstioRelease.supported
    return Finding(
      .noSuchRelease, "Istio \(version.value) is outside of what can be planned for", at: version.range,
      help: "\(supported.lowerBound) to \(supported.upperBound) are supported")
  }

  static func unmaintainedRelease(_ version: Located<Version>) -> Finding {
    Finding(
      .unmaintainedRelease, "Istio \(version.value) is past its end of life", at: version.range,
      help: "plan the upgrade: \(IstioRelease.oldestMaintained.series) is the oldest that is still maintained")
  }
}
