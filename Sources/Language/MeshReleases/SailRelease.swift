package import MeshNames

/// A series of the Sail operator's releases and the releases of Istio that they install.
///
/// From `pkg/istioversion/versions.yaml` of istio-ecosystem/sail-operator at each branch: what stands there without
/// `eol: true`.
package struct SailRelease: Sendable {
  /// The operator's series: `1.30`.
  package let series: String
  package let oldest: Version
  /// The newest that it is known to install; later patches of the operator may add others.
  package let newest: Version
  package let source: String

  /// What it installs between the two, where that is not everything that was released.
  private var exceptional: Set<Version>? = nil

  package func installs(_ version: Version) -> Bool {
    exceptional?.contains(version) ?? ((oldest...newest).contains(version) && version != Self.neverInstalled)
  }

  /// Whether a later patch of the operator may install the release: a newer patch of the series that it is called after.
  package func mayInstall(_ version: Version) -> Bool {
    exceptional == nil && version > newest && version.series == newest.series
  }

  /// What it installs, in words.
  package var inWords: String {
    exceptional.map { $0.sorted().map(\.description).joined(separator: ", ") } ?? "\(oldest) to \(newest)"
  }

  /// The one release that was left out of all operators.
  package static let neverInstalled = Version(1, 25, 0)

  package static let newest = SailRelease(
    "1.31", Version(1, 29, 0), Version(1, 31, 3), "istio-ecosystem/sail-operator, release 1.31.2 (2026-11-02)")

  /// All of them, the newest first.
  package static let all = [
    newest,
    SailRelease("1.30", Version(1, 28, 0), Version(1, 30, 3)),
    SailRelease("1.29", Version(1, 27, 0), Version(1, 29, 6)),
    SailRelease("1.28", Version(1, 26, 0), Version(1, 28, 10)),
    SailRelease("1.27", Version(1, 24, 0), Version(1, 27, 9)),
    SailRelease("1.26", Version(1, 24, 0), Version(1, 26, 8)),
    SailRelease("1.25", Version(1, 21, 6), Version(1, 25, 5)),
    SailRelease("1.0", Version(1, 23, 0), Version(1, 24, 6)),
    SailRelease(
      "0.2",
      installing: [
        Version(1, 22, 4), Version(1, 22, 6), Version(1, 23, 0), Version(1, 23, 3), Version(1, 24, 1),
      ]),
  ]

  /// The newest operator that installs a release of Istio.
  package static func newest(installing version: Version) -> SailRelease? { all.first { $0.installs(version) } }

  /// Whether a series of the operator is newer than all that are known.
  package static func isNewer(major: Int, minor: Int) -> Bool {
    all.allSatisfy { release in
      let numbers = release.series.split(separator: ".").compactMap { Int($0) }
      return (numbers.first ?? 0, numbers.last ?? 0) < (major, minor)
    }
  }

  private init(_ series: String, _ oldest: Version, _ newest: Version, _ source: String? = nil) {
    self.series = series
    self.oldest = oldest
    self.newest = newest
    self.source = source ?? "istio-ecosystem/sail-operator, branch release-\(series), pkg/istioversion/versions.yaml"
  }

  private init(_ series: String, installing versions: Set<Version>) {
    self.init(series, versions.min() ?? Version(0, 0, 0), versions.max() ?? Version(0, 0, 0))
    exceptional = versions
  }
}
