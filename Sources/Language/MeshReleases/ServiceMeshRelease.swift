package import MeshNames

/// A series of OpenShift Service Mesh 3 and the releases of Istio that its operator installs.
///
/// From `pkg/istioversion/versions.ossm.yaml` of openshift-service-mesh/sail-operator at the newest branch of each series:
/// what stands there without `eol: true`. The operator installs older series, too, so that meshes can be upgraded.
package struct ServiceMeshRelease: Sendable {
  package let series: String
  /// The releases of the series of Istio that this one is for.
  package let own: [Version]
  /// Those that it installs so that meshes can be upgraded from them.
  package let forUpgrades: [Version]
  /// The Sail operator's series that it is made of.
  package let sail: String
  package let source: String

  package func installs(_ version: Version) -> Bool { (own + forUpgrades).contains(version) }

  /// All of them, the oldest first.
  package static let all = [
    ServiceMeshRelease("3.0", of: 24, [3, 4, 5, 6], sail: "1.0", "release-3.0.14"),
    ServiceMeshRelease("3.1", of: 26, from26, [from24], sail: "1.26", "release-3.1.11"),
    ServiceMeshRelease("3.2", of: 27, from27, [from26.of(26), from24], sail: "1.27", "release-3.2.8"),
    ServiceMeshRelease("3.3", of: 28, from28, [from27.of(27), from26.of(26)], sail: "1.28", "release-3.3.6"),
    // 1.26 is at its end of life here.
    ServiceMeshRelease("3.4", of: 30, [1, 3], [from28.of(28), from27.of(27)], sail: "1.30", "release-3.4.1"),
  ]

  /// The newest release of Istio that is known to be installed.
  package static let newest: Version = all.compactMap { $0.own.last }.max() ?? Version(1, 30, 3)

  /// The series whose own release of Istio it is or, where none has it, one whose series it is of.
  ///
  /// A mesh that is newer than all that are known has the newest.
  package static func installing(_ version: Version) -> ServiceMeshRelease? {
    if let exact = all.first(where: { $0.own.contains(version) }) ?? all.last(where: { $0.installs(version) }) {
      return exact
    }
    let ofSeries = all.first { $0.own.last?.series == version.series }
    return ofSeries ?? (version > newest ? all.last : nil)
  }

  /// What is known of a release of Istio: a later operator may install a newer patch of a series, and a newer series.
  package static func standing(of version: Version) -> Standing {
    if all.contains(where: { $0.installs(version) }) { return .known }
    if let last = all.first(where: { $0.own.last?.series == version.series })?.own.last, version > last {
      return .newer(nearest: last.description)
    }
    return version > newest ? .newer(nearest: newest.description) : .missing
  }

  private static let from24 = [3, 4, 5, 6].of(24)
  private static let from26 = [2, 3, 4, 6, 8]
  private static let from27 = [3, 5, 8, 9]
  private static let from28 = [4, 5, 6, 8, 10]

  private init(
    _ series: String, of minor: Int, _ patches: [Int], _ forUpgrades: [[Version]] = [], sail: String, _ branch: String
  ) {
    self.series = series
    own = patches.of(minor)
    self.forUpgrades = forUpgrades.flatMap { $0 }
    self.sail = sail
    source = "openshift-service-mesh/sail-operator, branch \(branch), pkg/istioversion/versions.ossm.yaml"
  }
}

extension [Int] {
  /// Patches of a minor release of Istio.
  fileprivate func of(_ minor: Int) -> [Version] { map { Version(1, minor, $0) } }
}
