internal import MeshNames
internal import MeshReleases

/// Which operators install which releases of Istio: the community's by its series, Red Hat's from 3.0 on.
enum OperatorTable {
  /// What is known of an operator that is to install a release of Istio.
  ///
  /// - Returns: `known` if it does, `newer` if a later one may, and otherwise `missing`.
  static func standing(of release: OperatorRelease, _ version: Version) -> Standing {
    if let sail = SailRelease.all.first(where: { $0.series == release.series }) {
      if sail.installs(version) { return .known }
      return sail.mayInstall(version) ? .newer(nearest: "Istio \(sail.newest)") : .missing
    }
    if let mesh = ServiceMeshRelease.all.first(where: { $0.series == release.series }) {
      if mesh.installs(version) { return .known }
      guard let last = mesh.own.last, version > last, version.series == last.series else { return .missing }
      return .newer(nearest: "Istio \(last)")
    }
    return isNewer(release) ? .newer(nearest: "the newest that is known") : .missing
  }

  private static func isNewer(_ release: OperatorRelease) -> Bool {
    guard release.major == 3 else { return SailRelease.isNewer(major: release.major, minor: release.minor) }
    let minors = ServiceMeshRelease.all.compactMap { $0.series.split(separator: ".").last.flatMap { Int($0) } }
    return minors.allSatisfy { $0 < release.minor }
  }

  /// What an operator installs, in words; `nil` for one that is not known.
  static func installed(by release: OperatorRelease) -> String? {
    SailRelease.all.first { $0.series == release.series }?.inWords
      ?? ServiceMeshRelease.all.first { $0.series == release.series }.map { mesh in
        mesh.own.map(\.description).joined(separator: ", ")
      }
  }

  /// All series, in words.
  static var series: [String] { SailRelease.all.map(\.series) + ServiceMeshRelease.all.map(\.series) }
}
