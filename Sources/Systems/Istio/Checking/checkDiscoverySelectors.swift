internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import YAMLReading

/// What limits the namespaces that istiod looks at leaves it its own, where gateways and their Services are.
func checkDiscoverySelectors(_ topology: Topology, _ log: inout FindingLog) {
  for cluster in topology.clusters {
    guard let selectors = topology.value("meshConfig.discoverySelectors", for: cluster), let items = selectors.items,
      !items.isEmpty, !items.contains(where: { topology.systemLabels(in: cluster).satisfy($0) })
    else { continue }
    log.reportOnce(.hiddenControlPlane(namespace: topology.systemName, in: cluster, at: selectors.range))
  }
}

extension Topology {
  fileprivate var systemName: String { controlPlane?.namespace?.value.description ?? standardNamespace }

  /// The labels that the control plane's namespace has: the plan's, Kubernetes', and those of patches.
  fileprivate func systemLabels(in cluster: Cluster) -> [String: String] {
    var labels = ["kubernetes.io/metadata.name": systemName, "app.kubernetes.io/managed-by": "meshgen"]
    labels["topology.istio.io/network"] = network(of: cluster)?.description
    for patch in patches
    where patch.kind.value.description == "Namespace" && patch.name.value.description == systemName
      && (patch.cluster.map { $0.value == cluster.name?.value } ?? true)
    {
      guard case .mapping(let pairs) = patch.merge.node(at: ["metadata", "labels"]) else { continue }
      for pair in pairs.entries { labels[pair.key.text] = pair.value.text }
    }
    return labels
  }
}

extension [String: String] {
  /// Whether a selector takes what has these labels; one of expressions alone may.
  fileprivate func satisfy(_ selector: Node) -> Bool {
    guard case .mapping(let wanted) = selector.value(at: "matchLabels") else { return true }
    return wanted.entries.allSatisfy { self[$0.key.text] == $0.value.text }
  }
}
