internal import Diagnostics
package import MeshNames

extension Topology {
  /// The role of a cluster: what it says, or what follows from whether it names a primary.
  package func role(of cluster: Cluster) -> Cluster.Role {
    cluster.role?.value ?? (cluster.has("primary") ? .remote : .primary)
  }

  /// The clusters that run a control plane for themselves.
  package var primaries: [Cluster] { clusters.filter { role(of: $0) == .primary } }

  /// The clusters whose control plane is another cluster's.
  package var remotes: [Cluster] { clusters.filter { role(of: $0) == .remote } }

  /// The cluster that serves a remote: the one that it names, or the only primary; `nil` for a primary.
  package func primary(of cluster: Cluster) -> ClusterName? {
    guard role(of: cluster) == .remote else { return nil }
    if let primary = cluster.primary { return primary.value }
    return primaries.count == 1 && !cluster.has("primary") ? primaries.first?.name?.value : nil
  }
}
