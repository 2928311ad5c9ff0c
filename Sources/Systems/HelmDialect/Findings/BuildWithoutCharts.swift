internal import Diagnostics
internal import MeshNames
internal import MeshReleases

extension FindingCode {
  static let buildWithoutCharts = FindingCode(
    419, "build-without-charts", .error,
    Explanation(
      meaning: "The release is a vendor's build, and its charts are looked for where upstream publishes its own.",
      harm: """
        Upstream's repository has no chart of such a version: Helm stops at the first one. A vendor's charts are in a \
        repository of the vendor's, or in a mirror of it, and its images have a hub of their own, too.
        """,
      sources: ["https://docs.tetrate.io/istio-subscription/", "https://docs.solo.io/gloo-mesh/latest/istio/"],
      wrong: "distribution: {name: istio, version: 1.25.3+tetrate3}",
      right: """
        distribution:
          name: istio
          version: 1.25.3+tetrate3
          charts: https://tis.tetrate.io/charts
          hub: containers.istio.tetratelabs.com
        """))
}

extension Finding {
  static func buildWithoutCharts(_ release: Located<IstioBuild>, _ charts: Located<ChartRepository>?) -> Finding {
    let vendor = release.value.vendor
    let help =
      switch (vendor?.mark, vendor?.charts, vendor?.hub) {
      case ("asm.", _, _): "Google's builds are `distribution: {name: cloud-service-mesh}`"
      case (_, let charts?, let hub?): "\(vendor?.name ?? "") has `charts: \(charts)` and `hub: \(hub)`"
      default: "say `distribution.charts`, the repository of whoever has built it, and `hub`, where its images are"
      }
    return Finding(
      .buildWithoutCharts, "upstream's repository has no charts of \(release.value), which a vendor has built",
      at: release.range, notes: [charts.map { Annotation($0.range, "upstream's") }].compactMap { $0 }, help: help)
  }
}
