internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import MeshReleases

extension FindingCode {
  static let endOfLife = FindingCode(
    402, "end-of-life", .warning, restsOn: .system + ["clusters[].platform"],
    Explanation(
      meaning:
        "The release of Istio is past its end of life, and operators of today no longer install it, or soon will not.",
      harm: """
        It gets no security fixes. An operator that is upgraded in time stops reconciling the control plane \
        ("is end-of-life and cannot be installed"), so the plan subscribes to the channel of the last one that installs it.
        """,
      sources: ["istio-ecosystem/sail-operator#1689", "https://istio.io/latest/docs/releases/supported-releases/"],
      wrong: "distribution: {name: sail, version: 1.26.8}",
      right: "distribution: {name: sail, version: 1.30.3}"))
}

extension Finding {
  static func endOfLife(_ release: Located<IstioBuild>, _ series: IstioSeries) -> Finding {
    let ended = series.end.map { "support for Istio \(series.name) ended on \($0)" }
    let last = SailRelease.newest(installing: release.value.version).flatMap { last in
      last.series == SailRelease.newest.series ? nil : "\(last.series) was the last Sail operator that installed it"
    }
    return Finding(
      .endOfLife, [ended, last].compactMap { $0 }.joined(separator: ", and "), at: release.range,
      help: IstioSeries.oldestMaintained.map { "plan the upgrade: \($0) is the oldest that is still maintained" })
  }
}
