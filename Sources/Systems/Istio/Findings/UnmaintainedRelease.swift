package import Diagnostics
internal import MeshModel
package import MeshNames
internal import MeshReleases

extension FindingCode {
  package static let unmaintainedRelease = FindingCode(
    412, "unmaintained-release", .warning, restsOn: .system,
    Explanation(
      meaning: "The release of Istio is past its end of life.",
      harm: "It gets no security fixes, in the control plane or in any proxy.",
      sources: ["https://istio.io/latest/docs/releases/supported-releases/"],
      wrong: "distribution: {name: istio, version: 1.26.8}",
      right: "distribution: {name: istio, version: 1.30.3}"))
}

extension Finding {
  /// A release whose support has ended; `nil` for one of which no end is known, and for a vendor's build.
  package static func unmaintainedRelease(_ release: Located<IstioBuild>) -> Finding? {
    guard release.value.suffix == nil, let series = IstioSeries.of(release.value.version), let end = series.end else {
      return nil
    }
    return Finding(
      .unmaintainedRelease, "support for Istio \(series.name) ended on \(end)", at: release.range,
      help: IstioSeries.oldestMaintained.map { "plan the upgrade: \($0) is the oldest that is still maintained" })
  }
}
