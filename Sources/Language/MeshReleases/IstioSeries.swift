package import MeshNames

/// A series of Istio's releases that are planned for: `1.30`, and its patches.
package struct IstioSeries: Sendable {
  /// Its first release.
  package let first: Version
  /// The newest patch that is known.
  package let newestPatch: Int
  /// The day of the first release.
  package let released: Day
  /// When support by the project ended; `nil` where no end is known.
  package let end: Day?
  /// Where that stands.
  package let sources: [String]

  /// The series by name: `1.30`.
  package var name: String { first.series }

  package var newest: Version { Version(first.major, first.minor, newestPatch) }

  package func contains(_ version: Version) -> Bool { version >= first && version <= newest }

  /// The series of a release; `nil` for one that is not known.
  package static func of(_ version: Version) -> IstioSeries? { all.first { $0.name == version.series } }

  /// The newest release that is known.
  package static let newestRelease: Version = all.map(\.newest).max() ?? Version(1, 31, 3)

  /// The oldest release that is planned for: from here on charts have the profile `remote` and all that came with it.
  package static let oldestRelease: Version = all.map(\.first).min() ?? Version(1, 24, 0)

  /// The oldest series whose support has not ended, as far as is known.
  package static let oldestMaintained = all.last { $0.end == nil }?.name

  /// What is known of a release.
  package static func standing(of version: Version) -> Standing {
    if version < oldestRelease { return .older }
    guard let series = of(version) else { return .newer(nearest: newestRelease.description) }
    return version <= series.newest ? .known : .newer(nearest: series.newest.description)
  }

  /// The known release whose plan a release has: itself, or the nearest.
  package static func nearest(to version: Version) -> Version {
    guard version >= oldestRelease else { return oldestRelease }
    return of(version).map { min($0.newest, version) } ?? newestRelease
  }
}
