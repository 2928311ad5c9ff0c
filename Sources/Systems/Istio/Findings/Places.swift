internal import Diagnostics
internal import MeshNames
internal import MeshReleases

extension FindingCode {
  static let retiredPlace = FindingCode(
    420, "retired-place", .warning,
    Explanation(
      meaning: "Charts or images are taken from a place that Istio switches off in December 2026.",
      harm: """
        What is installed goes on until a pod has to start on another node: its image cannot be pulled any more. Helm and \
        GitOps controllers find no chart. All releases are at the new places already.
        """,
      sources: [UpstreamHosts.source],
      wrong: "distribution: {name: istio, version: 1.30.7, hub: gcr.io/istio-release}",
      right: "distribution: {name: istio, version: 1.30.7, hub: docker.io/istio}"))

  static let nothingThere = FindingCode(
    421, "nothing-there", .error,
    Explanation(
      meaning: "Charts or images are taken from a place of Istio's that does not have this release.",
      harm:
        "From 1.31 on, nothing is published at Google's registries and buckets. Helm or the kubelet would find nothing.",
      sources: ["https://istio.io/latest/news/releases/1.31.x/announcing-1.31/upgrade-notes/"],
      wrong:
        "distribution: {name: istio, version: 1.31.3, charts: \"https://istio-release.storage.googleapis.com/charts\"}",
      right: "distribution: {name: istio, version: 1.31.3, charts: \"https://blob.istio.io/istio-release/charts\"}"))
}

extension Finding {
  static func retiredPlace(_ place: Located<String>, _ retired: UpstreamHosts.Retired) -> Finding {
    Finding(
      .retiredPlace, "`\(place.value)` is switched off in \(UpstreamHosts.end)", at: place.range,
      help: "the same is at `\(retired.successor)`", fix: Fix(place.range, retired.successor))
  }

  static func nothingThere(
    _ place: Located<String>, _ retired: UpstreamHosts.Retired, _ build: IstioBuild
  ) -> Finding {
    Finding(
      .nothingThere,
      "`\(place.value)` does not have Istio \(build): nothing is published there from "
        + "\(UpstreamHosts.firstElsewhere.series) on",
      at: place.range, help: "it is at `\(retired.successor)`", fix: Fix(place.range, retired.successor))
  }
}
