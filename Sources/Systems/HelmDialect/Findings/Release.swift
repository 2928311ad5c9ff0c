internal import Diagnostics
internal import MeshNames
internal import MeshReleases

extension FindingCode {
  static let noSuchRelease = FindingCode(
    411, "no-such-release", .error, restsOn: ["distribution", "controlPlane", "migration", "meshes"],
    Explanation(
      meaning: "The release of Istio is older than what can be planned for.",
      harm: """
        Charts before 1.24 have no profile `remote`, and keep what it stands for \
        in a chart of its own.
        """,
      sources: ["https://istio.io/latest/docs/releases/supported-releases/"],
      wrong: "distribution: {name: istio, version: 1.23.6}",
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
  static func releaseNotPlanned(_ release: Located<IstioBuild>) -> Finding {
    Finding(
      .noSuchRelease, "Istio \(release.value) is older than what can be planned for", at: release.range,
      help: "plans by Helm begin with \(IstioSeries.oldestRelease)")
  }

  static func unmaintainedRelease(_ release: Located<IstioBuild>, _ series: String, _ end: Day) -> Finding {
    Finding(
      .unmaintainedRelease, "support for Istio \(series) ended on \(end)", at: release.range,
      help: IstioSeries.oldestMaintained.map { "plan the upgrade: \($0) is the oldest that is still maintained" })
  }
}
