internal import Diagnostics
internal import Istio
internal import MeshNames

extension FindingCode {
  static let unsupportedVersion = FindingCode(
    401, "unsupported-version", .error, restsOn: ["distribution", "controlPlane", "migration", "meshes"],
    Explanation(
      meaning: "The Sail operator has no such release of Istio, or it is one that cannot be planned for.",
      harm: """
        The API server refuses an `Istio` whose `spec.version` its schema does not list. Leaving the version out \
        would take the operator's default, which changes with the operator.
        """,
      sources: ["istio-ecosystem/sail-operator#1689"],
      wrong: "distribution: {name: sail, version: 1.30.9}",
      right: "distribution: {name: sail, version: 1.30.3}"))
}

extension Finding {
  static func unsupportedVersion(_ version: Located<Version>, _ problem: String) -> Finding {
    let newest = IstioRelease.patches(of: version.value).map { "\(version.value.series).\($0.upperBound)" }
    let supported = IstioRelease.supported
    return Finding(
      .unsupportedVersion, problem, at: version.range,
      help: newest.map { "the newest release of \(version.value.series) is \($0)" }
        ?? "\(supported.lowerBound) to \(supported.upperBound) are supported",
      fix: newest.map { Fix(version.range, $0) })
  }
}
