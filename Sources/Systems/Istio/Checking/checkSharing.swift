internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import YAMLReading

/// What is in several clusters is shared by them, unless the topology says in its own words that it is not.
func checkSharing(_ topology: Topology, _ log: inout FindingLog) {
  if topology.controlPlane?.dataPlane?.value == .ambient {
    for name in (topology.sharing?.only ?? []) + (topology.sharing?.except ?? []) where name.value.service != nil {
      log.report(
        .notSupportedYet(
          "a single service under `sharing` of an ambient mesh", at: name.range,
          help: "name its namespace, or label the Service `istio.io/global: \"true\"` in every cluster"))
    }
    return
  }
  guard topology.sharing == nil else { return }
  for cluster in topology.clusters {
    for host in topology.localHosts(of: cluster) {
      guard let namespace = topology.namespaces.first(where: { topology.isShared($0, as: host) }) else { continue }
      log.reportOnce(.keptAtHome(host, namespace: namespace))
    }
  }
}

extension Topology {
  /// The hosts that Istio's own values keep in their clusters.
  fileprivate func localHosts(of cluster: Cluster) -> [Node.Scalar] {
    (value("meshConfig.serviceSettings", for: cluster)?.items ?? []).filter {
      $0.value(at: "settings.clusterLocal")?.text == "true"
    }.flatMap { $0.value(at: "hosts")?.items ?? [] }.compactMap { node in
      if case .scalar(let scalar) = node { scalar } else { nil }
    }
  }

  /// Whether a pattern takes what is in a namespace of applications that several clusters have.
  fileprivate func isShared(_ namespace: ApplicationNamespace, as pattern: Node.Scalar) -> Bool {
    let clusters = namespace.clusters.isEmpty ? self.clusters.count : Set(namespace.clusters.map(\.value)).count
    let suffix = ".\(namespace.name.value).\(mesh.clusterDomain.suffix)"
    let isTaken =
      pattern.text.hasPrefix("*") ? suffix.hasSuffix(pattern.text.dropFirst()) : pattern.text.hasSuffix(suffix)
    return clusters > 1 && isTaken && !systemNamespaces.contains(namespace.name.value.description)
  }
}
