internal import Diagnostics
internal import Istio
internal import MeshModel
internal import MeshNames
internal import MeshReleases
internal import YAMLReading
internal import YAMLWriting

/// Where the charts are, what they are called there, and which images they are told to take.
struct ChartSource: Sendable {
  let repository: String
  let version: String
  /// Stands before the names of the images; `nil` where the charts know it best.
  private let hub: String?
  /// The tag of the images; `nil` where the charts know it best.
  private let tag: String?
  /// What the topology's own values say of images, by cluster.
  private let said: [ClusterName: Set<String>]

  /// Upstream's charts of 1.30 have a hub that is switched off, so they are told the one that stays.
  init(of topology: Topology, _ options: IstioOptions) {
    let written = topology.distribution?.charts?.value.description
    repository = written ?? UpstreamHosts.charts
    version = options.build.chartVersion
    let isUpstream = options.build.isUpstream && written.map { UpstreamHosts.publishes($0) } ?? true
    let standard = isUpstream && UpstreamHosts.chartsNeedHub(options.version) ? UpstreamHosts.images : nil
    hub = options.hub?.description ?? standard
    tag = options.build.imageTag
    let clusters = topology.clusters.compactMap { cluster in
      cluster.name.map { name in
        (name.value, Set(["hub", "tag"].filter { topology.value("global.\($0)", for: cluster) != nil }))
      }
    }
    said = Dictionary(clusters, uniquingKeysWith: { first, _ in first })
  }

  /// What a cluster's charts that have images are told of them, and are not told by the topology's values.
  func imageValues(in cluster: ClusterName) -> YAMLValue {
    let said = said[cluster] ?? []
    let images = YAMLValue.fields([
      "hub": said.contains("hub") ? nil : hub.map { .string($0) },
      "tag": said.contains("tag") ? nil : tag.map { .string($0) },
    ])
    return images == [:] ? [:] : ["global": images]
  }
}
