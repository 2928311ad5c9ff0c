internal import Diagnostics
internal import MeshNames

extension FindingCode {
  static let operatorCannotInstall = FindingCode(
    404, "operator-cannot-install", .error,
    restsOn: ["distribution", "controlPlane", "migration", "meshes", "clusters[].operator"],
    Explanation(
      meaning: "The topology names a release of the operator that does not install the release of Istio.",
      harm: "The `Istio` would be refused by the API server, or never become ready.",
      sources: ["istio-ecosystem/sail-operator#1689"],
      wrong: "distribution: {name: sail, version: 1.30.3, operator: {version: 1.28.0}}",
      right: "distribution: {name: sail, version: 1.30.3, operator: {version: 1.30.3}}"))
}

extension Finding {
  /// A release of the operator that does not install the release of Istio, or that is not known at all.
  static func operatorCannotInstall(
    _ version: Located<Version>, _ release: Located<OperatorRelease>, _ known: SailRelease?
  ) -> Finding {
    let installed = known.map { release in
      release.exceptional.map { listed($0.sorted().map(\.description)) } ?? "\(release.oldest) to \(release.newest)"
    }
    return Finding(
      .operatorCannotInstall,
      known == nil
        ? "there is no Sail operator \(release.value) that is known here"
        : "Sail operator \(release.value) does not install Istio \(version.value)",
      at: release.range, notes: [Annotation(version.range, "the release of Istio")],
      help: installed.map { "it installs \($0)" }
        ?? "the releases are \(listed(SailRelease.all.map(\.series), most: 12))")
  }
}
