internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import YAMLReading

/// Images are of the release whose charts and webhooks they run with.
///
/// A tag that does not begin with a release is somebody's own, and nobody knows here what is in it.
func checkImages(_ topology: Topology, _ options: IstioOptions, _ log: inout FindingLog) {
  for cluster in topology.clusters {
    for key in imageKeys {
      guard let value = topology.value(key, for: cluster), let tag = value.text.map(tag(of:)),
        let release = Version(leading: tag), release != options.version
      else { continue }
      log.reportOnce(.otherImages(key, release, than: topology.distribution?.version, options.version, at: value.range))
    }
  }
}

private let imageKeys = [
  "global.tag", "pilot.tag", "pilot.image", "global.proxy.image", "global.proxy_init.image", "cni.tag", "cni.image",
  "ztunnel.tag", "ztunnel.image",
]

/// What stands behind the last colon of an image, or the tag itself; the digest of an image says nothing.
private func tag(of image: String) -> String {
  image.split(separator: "@").first?.split(separator: ":").last.map(String.init) ?? image
}

extension Version {
  /// The release with which a tag begins: `1.30.3-distroless`; `nil` where it begins with none.
  fileprivate init?(leading tag: String) {
    let text = tag.prefix { $0.isNumber || $0 == "." }
    guard let version = try? Version(parsing: String(text)) else { return nil }
    self = version
  }
}
