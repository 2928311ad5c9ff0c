package import Diagnostics
package import MeshModel
package import MeshNames

/// The releases of Istio whose control plane is Pilot, Mixer and Citadel, or whose multi-cluster set-up is of that time.
package enum LegacyRelease {
  /// The newest patch of each minor release, from 1.0 on (istio/istio, tags).
  private static let newestPatches = [9, 17, 10, 8, 10, 10, 14, 8, 6]

  /// The release before which Istio is here counted as legacy.
  package static let end = Version(1, newestPatches.count, 0)

  /// The first of today's releases that are planned for.
  package static let today = Version(1, 24, 0)

  /// The newest patch of the release's series; `nil` where it is no legacy one.
  package static func newest(inSeriesOf version: Version) -> Version? {
    guard version.major == 1, newestPatches.indices.contains(version.minor) else { return nil }
    return Version(1, version.minor, newestPatches[version.minor])
  }

  /// Whether there is such a release.
  package static func has(_ version: Version) -> Bool { newest(inSeriesOf: version).map { version <= $0 } ?? false }

  /// Reads the topology's version; what is no version at all is reported.
  package static func read(_ topology: Topology, into log: inout FindingLog) -> Located<Version>? {
    guard let written = topology.distribution?.version else { return nil }
    do throws(Misfit) {
      let version = try Version(parsing: written.value.description)
      return Located(version, at: written.range)
    } catch {
      log.report(.misfit(written.value.description, for: "distribution.version", error, at: written.range))
      return nil
    }
  }
}

extension Version {
  /// Whether charts of the release's archive install it; from 1.6 on `istioctl` does (istio/istio, manifests/charts).
  package var isInstalledByHelm: Bool { self < Version(1, 6, 0) }

  /// Whether the kinds are installed by files of their own; before 1.1 they were part of the chart.
  package var hasInitChart: Bool { self >= Version(1, 1, 0) && isInstalledByHelm }
}
