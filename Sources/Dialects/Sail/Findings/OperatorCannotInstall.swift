internal import Diagnostics
internal import MeshNames

extension FindingCode {
  static let operatorCannotInstall = FindingCode(
    404, "operator-cannot-install", .error,
    Explanation(
      meaning: "The topology names a release of the operator that does not install the release of Istio.",
      harm: "The `Istio` would be refused by the API server, or never become ready.",
      sources: ["istio-ecosystem/sail-operator#1689"],
      wrong: "distribution: {name: sail, version: 1.30.3, operator: {version: 1.28.0}}",
      right: "distribution: {name: sail, version: 1.30.3, operator: {version: 1.30.3}}"))
}

extension Finding {
  static func operatorCannotInstall(
    _ version: Located<Version>, _ release: Located<OperatorRelease>, _ known: SailRelease
  ) -> Finding {
    Finding(
      .operatorCannotInstall, "Sail operator \(release.value) does not install Istio \(version.value)",
      at: release.range, notes: [Annotation(version.range, "the release of Istio")],
      help: "it installs \(known.oldest) to \(known.newest)")
  }
}
