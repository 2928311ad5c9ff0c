package import YAMLReading

extension Topology {
  /// One of Istio's own values for a cluster, by its keys as people write them: `pilot.env`.
  package func value(_ path: String, for cluster: Cluster) -> Node? {
    let keys = path.split(separator: ".").map(String.init)
    return cluster.values?.mapping.node(at: keys) ?? values?.mapping.node(at: keys)
  }

  /// A value and the first cluster that has it; `nil` where none has.
  package func firstValue(_ path: String) -> (cluster: Cluster, node: Node)? {
    clusters.lazy.compactMap { cluster in value(path, for: cluster).map { (cluster, $0) } }.first
  }
}
