internal import MeshNames

/// A release of the Sail operator and the releases of Istio that it installs.
///
/// From the `versions.yaml` of istio-ecosystem/sail-operator at each release: what stands there without `eol: true`.
struct SailRelease: Sendable {
  /// The operator's series: `1.30`.
  let series: String
  let oldest: Version
  let newest: Version

  /// What it installs between the two, where that is not everything that was released.
  var exceptional: Set<Version>? = nil

  func installs(_ version: Version) -> Bool { exceptional?.contains(version) ?? (oldest...newest).contains(version) }

  static let newest = SailRelease(series: "1.30", oldest: Version(1, 28, 0), newest: Version(1, 30, 3))

  /// All of them, the newest first.
  static let all = [
    newest,
    SailRelease(series: "1.29", oldest: Version(1, 27, 0), newest: Version(1, 29, 6)),
    SailRelease(series: "1.28", oldest: Version(1, 26, 0), newest: Version(1, 28, 10)),
    SailRelease(series: "1.27", oldest: Version(1, 24, 0), newest: Version(1, 27, 9)),
    SailRelease(series: "1.26", oldest: Version(1, 24, 0), newest: Version(1, 26, 8)),
    SailRelease(series: "1.25", oldest: Version(1, 21, 6), newest: Version(1, 25, 5)),
    SailRelease(series: "1.0", oldest: Version(1, 23, 0), newest: Version(1, 24, 3)),
    SailRelease(
      series: "0.2", oldest: Version(1, 22, 4), newest: Version(1, 24, 1),
      exceptional: [
        Version(1, 22, 4), Version(1, 22, 6), Version(1, 23, 0), Version(1, 23, 3), Version(1, 24, 1),
      ]),
  ]

  /// The newest operator that installs a release of Istio.
  static func newest(installing version: Version) -> SailRelease? { all.first { $0.installs(version) } }
}
