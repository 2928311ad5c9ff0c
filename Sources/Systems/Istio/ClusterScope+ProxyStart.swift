internal import Digests
internal import MeshModel
internal import MeshNames
package import Planning
internal import YAMLReading

extension ClusterScope {
  /// What the proxies of the cluster have read at their start.
  ///
  /// The injector writes all of it into the pod: image, identity, networks, and the proxy's configuration
  /// (istio/istio, manifests/charts/istio-control/istio-discovery/files/injection-template.yaml).
  package var proxyStart: ProxyStart {
    ProxyStart(
      [options.imagesInWords, "mesh \(topology.mesh.id)", "cluster \(cluster.name)", "network \(network)"]
        + ["trust domain \(topology.mesh.trustDomain)"]
        + topology.mesh.clusterDomain.proxyStart
        + (topology.certificateAuthority.rotation == nil ? [] : ["several roots"])
        + (injectorValues.map { ["values \($0)"] } ?? []))
  }

  /// The beginning of a digest of those of Istio's own values that the injector reads; `nil` where there are none.
  ///
  /// A remote's pods are injected by its primary. Texts of values are too long for a reviewer to read twice.
  private var injectorValues: String? {
    let injector = primary?.cluster ?? cluster
    let texts = [topology.values, injector.values].compactMap { $0?.mapping }.flatMap { values in
      [["meshConfig", "defaultConfig"], ["global"], ["sidecarInjectorWebhook"]].compactMap(values.node(at:))
    }.map(\.canonical)
    guard !texts.isEmpty else { return nil }
    let digest = SHA256Digest(of: Array(texts.joined(separator: "\n").utf8))
    return String(digest.description.prefix(10))
  }
}

extension Node {
  /// The value without what says nothing: the order of keys, comments and quotation marks.
  fileprivate var canonical: String {
    switch self {
    case .scalar(let scalar): scalar.text.debugDescription
    case .sequence(let sequence): "[\(sequence.items.map(\.canonical).joined(separator: ","))]"
    case .mapping(let mapping):
      "{"
        + mapping.entries.map { "\($0.key.text.debugDescription):\($0.value.canonical)" }.sorted()
        .joined(separator: ",") + "}"
    }
  }
}
