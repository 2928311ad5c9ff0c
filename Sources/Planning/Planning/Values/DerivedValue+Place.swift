internal import Diagnostics
internal import MeshModel
internal import MeshNames

extension DerivedValue.Origin {
  /// Where in the topology the value comes from; the cluster where it is a default.
  func place(in topology: Topology, for cluster: Cluster) -> SourceRange {
    writtenPlace(in: topology, for: cluster) ?? cluster.place
  }

  /// Where the topology says it; `nil` where it is a default.
  func writtenPlace(in topology: Topology, for cluster: Cluster) -> SourceRange? {
    let controlPlane = topology.controlPlane
    return switch self {
    case .cluster: cluster.name?.range
    case .network: cluster.network?.range ?? topology.networks.first?.range
    case .mesh: topology.mesh?.id?.range ?? topology.name?.range
    case .trustDomain: topology.mesh?.trustDomain?.range
    case .clusterDomain: topology.mesh?.clusterDomain?.range
    case .remotes: topology.remotes.first { topology.primary(of: $0) == cluster.name?.value }?.place
    case .primary: cluster.primary?.range ?? cluster.role?.range
    case .gatewayAddress: topology.gatewayAddressPlace(servedBy: topology.primary(of: cluster))
    case .dataPlane: controlPlane?.dataPlane?.range
    case .version: topology.distribution?.version?.range
    case .namespace: controlPlane?.namespace?.range
    case .updateStrategy: controlPlane?.updateStrategy?.range
    case .revision: controlPlane?.revision?.range
    case .mode: controlPlane?.mode?.range
    case .rotation: topology.certificateAuthority?.rotation?.range
    case .hub: topology.distribution?.hub?.range
    }
  }

  /// Whether it is a key of the topology's, where any value can be said.
  var isKey: Bool {
    switch self {
    case .mesh, .trustDomain, .clusterDomain, .namespace, .revision, .updateStrategy, .hub: true
    case .cluster, .network, .remotes, .primary, .gatewayAddress, .dataPlane, .version, .mode, .rotation: false
    }
  }

  /// What to change instead: "`mesh.trustDomain`".
  var inWords: String {
    switch self {
    case .cluster: "the cluster's name"
    case .network: "the cluster's `network`"
    case .mesh: "`mesh.id`"
    case .trustDomain: "`mesh.trustDomain`"
    case .clusterDomain: "`mesh.clusterDomain`"
    case .remotes: "the remote clusters that it serves"
    case .primary: "the cluster's role and its `primary`"
    case .gatewayAddress: "the address of its primary's gateway"
    case .dataPlane: "`controlPlane.dataPlane`"
    case .version: "`distribution.version`"
    case .namespace: "`controlPlane.namespace`"
    case .updateStrategy: "`controlPlane.updateStrategy`"
    case .revision: "`controlPlane.revision`"
    case .mode: "`controlPlane.mode`"
    case .rotation: "`certificateAuthority.rotation`"
    case .hub: "`distribution.hub`"
    }
  }
}

extension Topology {
  fileprivate func gatewayAddressPlace(servedBy primary: ClusterName?) -> SourceRange? {
    clusters.first { $0.name?.value == primary }.flatMap { $0.gateway?.address?.range ?? $0.place }
  }
}
