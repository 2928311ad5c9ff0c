internal import Diagnostics
internal import Istio
internal import MeshModel
internal import MeshNames
internal import MeshReleases
internal import YAMLWriting

/// Where the charts are, what they are called there, and which images they are told to take.
struct ChartSource: Sendable {
  let repository: String
  let version: String
  /// Stands before the names of the images; `nil` where the charts know it best.
  let hub: String?
  /// The tag of the images; `nil` where the charts know it best.
  let tag: String?

  /// Upstream's charts of 1.30 have a hub that is switched off, so they are told the one that stays.
  init(of distribution: Distribution?, _ options: IstioOptions) {
    let written = distribution?.charts?.value.description
    repository = written ?? UpstreamHosts.charts
    version = options.build.chartVersion
    let isUpstream = options.build.isUpstream && written.map { UpstreamHosts.publishes($0) } ?? true
    let standard = isUpstream && UpstreamHosts.chartsNeedHub(options.version) ? UpstreamHosts.images : nil
    hub = options.hub?.description ?? standard
    tag = options.build.imageTag
  }

  /// What charts that have images are told of them.
  var imageValues: YAMLValue {
    let images = YAMLValue.fields(["hub": hub.map { .string($0) }, "tag": tag.map { .string($0) }])
    return images == [:] ? [:] : ["global": images]
  }
}
