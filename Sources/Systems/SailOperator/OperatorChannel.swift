internal import MeshNames
internal import MeshReleases

/// The channels that the operators are published in.
enum OperatorChannel {
  /// The channel whose operator installs a release of Istio, or the nearest that is known.
  static func channel(of package: String, for version: Version, release: OperatorRelease?) -> String {
    // OpenShift Service Mesh 3's technology previews and Sail before 1.0 were never in a stable channel.
    if let release, release.major < 1 { return "candidates" }
    if package == "servicemeshoperator3" {
      let series = release?.series ?? ServiceMeshRelease.installing(version)?.series
      return series.map { "stable-\($0)" } ?? "stable"
    }
    let newest = release?.series ?? SailRelease.newest(installing: IstioSeries.nearest(to: version))?.series
    return newest == SailRelease.newest.series ? "stable" : newest.map { "stable-\($0)" } ?? "stable"
  }
}
