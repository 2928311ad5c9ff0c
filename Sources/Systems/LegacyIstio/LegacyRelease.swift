package import Diagnostics
package import MeshModel
package import MeshNames
internal import MeshReleases

/// The releases of Istio whose control plane is Pilot, Mixer and Citadel, or whose multi-cluster set-up is of that time.
package enum LegacyRelease {
  /// The first of today's releases that are planned for.
  package static let today = IstioSeries.oldestRelease

  /// Whether there is such a release: nothing is added to its series any more.
  package static func has(_ version: Version) -> Bool { ClosedSeries.of(version).map { version <= $0.last } ?? false }

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
