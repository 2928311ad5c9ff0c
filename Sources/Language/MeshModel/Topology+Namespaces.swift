internal import Diagnostics
package import MeshNames

/// An application namespace of one cluster.
package struct CheckedNamespace: Sendable {
  package let name: NamespaceName
  /// The revision or tag that its pods are bound to, where the topology says so.
  package let revision: RevisionName?
  /// The waypoint that serves it, if it has one.
  package let waypoint: ObjectName?
}

extension Topology {
  /// The application namespaces of each cluster, in the order in which they are listed.
  var namespacesByCluster: [ClusterName: [CheckedNamespace]] {
    let all = clusters.compactMap(\.name).map(\.value)
    var byCluster: [ClusterName: [CheckedNamespace]] = [:]
    for namespace in namespaces {
      let checked = CheckedNamespace(
        name: namespace.name.value, revision: namespace.revision?.value, waypoint: namespace.waypoint?.value)
      let places = namespace.clusters.isEmpty ? all : namespace.clusters.map(\.value)
      for cluster in Set(places) { byCluster[cluster, default: []].append(checked) }
    }
    return byCluster
  }
}
