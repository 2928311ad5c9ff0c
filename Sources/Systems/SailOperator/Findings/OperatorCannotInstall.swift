internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import MeshReleases

extension FindingCode {
  static let operatorCannotInstall = FindingCode(
    404, "operator-cannot-install", .error, restsOn: .system + ["clusters[].operator"],
    Explanation(
      meaning: "The topology names a release of the operator that does not install the release of Istio.",
      harm: "The `Istio` would be refused by the API server, or never become ready.",
      sources: ["istio-ecosystem/sail-operator#1689"],
      wrong: "distribution: {name: sail, version: 1.30.3, operator: {version: 1.28.0}}",
      right: "distribution: {name: sail, version: 1.30.3, operator: {version: 1.30.3}}"))
}

extension Finding {
  /// A release of the operator that does not install the release of Istio, or that there is none of.
  static func operatorCannotInstall(_ build: Located<IstioBuild>, _ release: Located<OperatorRelease>) -> Finding {
    let installed = OperatorTable.installed(by: release.value)
    return Finding(
      .operatorCannotInstall,
      installed == nil
        ? "there is no operator \(release.value): the series before and after it are known"
        : "the operator \(release.value) does not install Istio \(build.value)",
      at: release.range, notes: [Annotation(build.range, "the release of Istio")],
      help: installed.map { "it installs \($0)" } ?? "the series are \(listed(OperatorTable.series, most: 20))")
  }
}
