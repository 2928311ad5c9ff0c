internal import Diagnostics
internal import MeshNames

/// Every application namespace is named once, and is in clusters that there are.
func checkNamespaces(_ topology: Topology, _ log: inout FindingLog) {
  forEachRepetition(of: topology.namespaces.map(\.name)) { log.report(.duplicateNamespace($0, first: $1)) }
  for namespace in topology.clusters.compactMap({ $0.gateway?.namespace }) where namespace.value.isOfKubernetes {
    log.report(.gatewayInSystemNamespace(namespace))
  }
  let known = Set(topology.clusters.compactMap(\.name).map(\.value))
  for namespace in topology.namespaces {
    if namespace.name.value.isOfKubernetes { log.report(.systemNamespace(namespace.name)) }
    for cluster in namespace.clusters where !known.contains(cluster.value) {
      let clusters = topology.clusters.compactMap(\.name)
      log.report(.unknownCluster(cluster, of: "the namespace `\(namespace.name.value)`", clusters: clusters))
    }
  }
}

extension NamespaceName {
  /// Whether Kubernetes makes the namespace, for itself (kubernetes.io, "Namespaces").
  package var isOfKubernetes: Bool { ["kube-system", "kube-public", "kube-node-lease"].contains(description) }
}
