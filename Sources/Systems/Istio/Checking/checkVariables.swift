internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import YAMLReading

/// Variables have no schema: a misspelt one is set, and nothing ever reads it.
func checkVariables(_ topology: Topology, _ log: inout FindingLog) {
  for cluster in topology.clusters {
    for entry in topology.entries("pilot.env", for: cluster) where !isRead(entry.key.text) {
      log.reportOnce(.unknownVariable(entry.key, "pilot.env", reader: "istiod", among: IstioVariables.all))
    }
    let path = "meshConfig.defaultConfig.proxyMetadata"
    for entry in topology.entries(path, for: cluster) where !isRead(entry.key.text) {
      let known = IstioVariables.all.union(IstioVariables.metadata)
      // Metadata may have any name; one that is nearly a known one is meant to be that.
      guard !entry.key.text.hasPrefix("ISTIO_META_") || nearest(to: entry.key.text, among: known) != nil else {
        continue
      }
      log.reportOnce(.unknownVariable(entry.key, path, reader: "a proxy", among: known))
    }
  }
}

private func isRead(_ name: String) -> Bool {
  IstioVariables.all.contains(name) || IstioVariables.metadata.contains(name) || IstioVariables.isForeign(name)
}

extension Topology {
  /// The entries of a mapping among Istio's own values; of a cluster's own and of all clusters'.
  fileprivate func entries(_ path: String, for cluster: Cluster) -> [Node.Entry] {
    let keys = path.split(separator: ".").map(String.init)
    return [values, cluster.values].compactMap { $0?.mapping.node(at: keys) }.flatMap { node -> [Node.Entry] in
      if case .mapping(let mapping) = node { mapping.entries } else { [] }
    }
  }
}
