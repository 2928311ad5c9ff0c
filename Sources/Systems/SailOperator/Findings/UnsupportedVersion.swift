internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import MeshReleases

extension FindingCode {
  static let unsupportedVersion = FindingCode(
    401, "unsupported-version", .error, restsOn: .system,
    Explanation(
      meaning: """
        The release of Istio is one that no Sail operator ever installed, or is too old to be planned for, or is the number \
        of a release of OpenShift Service Mesh.
        """,
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

  /// OpenShift Service Mesh counts by itself, and installs Istio of other numbers; `nil` where it is no number of its own.
  static func versionOfServiceMesh(_ release: Located<IstioBuild>) -> Finding? {
    let version = release.value.version
    if let mesh = ServiceMeshRelease.all.first(where: { $0.series == version.series }), let newest = mesh.own.last {
      return Finding(
        .unsupportedVersion, "\(version) is a release of OpenShift Service Mesh, and not of Istio", at: release.range,
        help: "`version` is Istio's: \(mesh.series) installs \(newest)", fix: Fix(release.range, "\(newest)"))
    }
    guard version.major == 2, MaistraSeries.minors.contains(version.minor) else { return nil }
    return Finding(
      .unsupportedVersion,
      "\(version.series) is a release of OpenShift Service Mesh 2, which the Sail operator does not install",
      at: release.range, help: "that is `distribution: {name: maistra, version: \(version.series)}`")
  }

  static func neverInstalled(_ release: Located<IstioBuild>) -> Finding {
    let next = Version(release.value.version.major, release.value.version.minor, release.value.version.patch + 1)
    return Finding(
      .unsupportedVersion, "no Sail operator ever installed Istio \(release.value)", at: release.range,
      help: "they begin with \(next) of that series")
  }
}
