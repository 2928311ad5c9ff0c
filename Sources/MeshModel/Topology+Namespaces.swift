internal import Diagnostics
internal import MeshNames

extension Topology {
  /// The application namespaces of each cluster, in the order in which they are listed.
  var namespacesByCluster: [ClusterName: [NamespaceName]] {
    let all = clusters.compactMap(\.name).map(\.value)
    var byCluster: [ClusterName: [NamespaceName]] = [:]
    for namespace in namespaces {
      let places = namespace.clusters.isEmpty ? all : namespace.clusters.map(\.value)
      for cluster in Set(places) { byCluster[cluster, default: []].append(namespace.name.value) }
    }
    return byCluster
  }
}
