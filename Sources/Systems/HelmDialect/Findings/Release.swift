internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import MeshReleases

extension FindingCode {
  static let noSuchRelease = FindingCode(
    411, "no-such-release", .error, restsOn: .system,
    Explanation(
      meaning: "The release of Istio is older than what can be planned for.",
      harm: """
        Charts before 1.24 have no profile `remote`, and keep what it stands for \
        in a chart of its own.
        """,
      sources: ["https://istio.io/latest/docs/releases/supported-releases/"],
      wrong: "distribution: {name: istio, version: 1.23.6}",
      right: "distribution: {name: istio, version: 1.30.3}"))
}

extension Finding {
  static func releaseNotPlanned(_ release: Located<IstioBuild>) -> Finding {
    Finding(
      .noSuchRelease, "Istio \(release.value) is older than what can be planned for", at: release.range,
      help: "plans by Helm begin with \(IstioSeries.oldestRelease)")
  }
}
