internal import Diagnostics
package import YAMLReading

extension Topology {
  /// One of Istio's own values for a cluster, by its keys as people write them: `pilot.env`; `nil` where nobody says it,
  /// and where a patch takes it away.
  package func value(_ path: String, for cluster: Cluster) -> Node? {
    let said = writtenValues(for: cluster).reversed().lazy.compactMap { $0.node(at: path.keys) }.first
    return said.flatMap { $0.isNull ? nil : $0 }
  }

  /// A value and the first cluster that has it; `nil` where none has.
  package func firstValue(_ path: String) -> (cluster: Cluster, node: Node)? {
    clusters.lazy.compactMap { cluster in value(path, for: cluster).map { (cluster, $0) } }.first
  }

  /// The entries of a mapping among Istio's own values, wherever they are written: `pilot.env`.
  package func valueEntries(_ path: String, for cluster: Cluster) -> [Node.Entry] {
    writtenValues(for: cluster).compactMap { $0.node(at: path.keys) }.flatMap { node -> [Node.Entry] in
      if case .mapping(let mapping) = node { mapping.entries } else { [] }
    }
  }

  /// All mappings that say values for a cluster; a later one has the last word.
  private func writtenValues(for cluster: Cluster) -> [Node.Mapping] {
    let patched = patches.filter { $0.cluster == nil || $0.cluster?.value == cluster.name?.value }.compactMap(\.values)
    return [values, cluster.values].compactMap { $0?.mapping } + patched
  }
}

extension Patch {
  /// The values of Istio's own in a patch of the object by which the Sail operator installs it: a patch is checked by what
  /// it says, as the topology's own words are.
  fileprivate var values: Node.Mapping? {
    guard kind.value.description == "Istio", case .mapping(let values)? = merge.node(at: ["spec", "values"]) else {
      return nil
    }
    return values
  }
}

extension String {
  fileprivate var keys: [String] { split(separator: ".").map(String.init) }
}
