internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import MeshReleases

extension FindingCode {
  static let unsupportedVersion = FindingCode(
    401, "unsupported-version", .error, restsOn: .system,
    Explanation(
      meaning: "The release of Istio is one that no Sail operator ever installed, or is too old to be planned for.",
      harm: """
        The API server refuses an `Istio` whose `spec.version` its schema does not list. Leaving the version out \
        would take the operator's default, which changes with the operator.
        """,
      sources: ["istio-ecosystem/sail-operator#1689"],
      wrong: "distribution: {name: sail, version: 1.23.6}",
      right: "distribution: {name: sail, version: 1.30.3}"))
}

extension Finding {
  static func unsupportedVersion(_ release: Located<IstioBuild>) -> Finding {
    Finding(
      .unsupportedVersion, "Istio \(release.value) is older than what can be planned for", at: release.range,
      help: "plans begin with \(IstioSeries.oldestRelease)")
  }

  static func neverInstalled(_ release: Located<IstioBuild>) -> Finding {
    let next = Version(release.value.version.major, release.value.version.minor, release.value.version.patch + 1)
    return Finding(
      .unsupportedVersion, "no Sail operator ever installed Istio \(release.value)", at: release.range,
      help: "they begin with \(next) of that series")
  }
}
