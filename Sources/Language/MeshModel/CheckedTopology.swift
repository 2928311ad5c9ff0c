package import Diagnostics
package import MeshNames

/// A topology with which nothing is wrong: every field is there, defaults are filled in, names are known to agree.
///
/// It can be made only from a topology whose run has no errors, so planning needs no checks and cannot fail.
package struct CheckedTopology: Sendable {
  package let name: TopologyName
  package let mesh: MeshIdentity
  package let controlPlaneNamespace: NamespaceName
  package let networks: [NetworkName]
  package let clusters: [CheckedCluster]
  package let certificateAuthority: AuthorityHierarchy
  package let remoteAccess: RemoteAccess
  /// The application namespaces, by the cluster that they are in.
  package let namespaces: [ClusterName: [CheckedNamespace]]
  package let sampleNamespace: NamespaceName
  package let services: [Service]
  package let routes: [Route]
  package let security: ControlPlaneSecurity?
  package let sharing: Sharing?
  package let acrossNetworks: ControlPlane.AcrossNetworks?
  /// Istio's own values for all clusters, as they were written.
  package let values: Values?

  /// What names the mesh in every cluster.
  package struct MeshIdentity: Sendable {
    package let id: MeshID
    package let trustDomain: TrustDomain
    package let clusterDomain: ClusterDomain
    /// Whether workloads take plain text, where the topology says so.
    package let mutualTLS: Mesh.MutualTLS?
    /// Whether policies let in what the mesh needs.
    package let hasNetworkPolicies: Bool
  }

  /// Whether clusters are there without a control plane of their own.
  package let hasRemotes: Bool

  /// Whether traffic between clusters passes gateways.
  package var isMultiNetwork: Bool { networks.count > 1 }

  /// Takes a topology for checked; `nil` when its run has errors.
  package init?(_ topology: Topology, log: FindingLog) {
    guard !log.hasErrors, let name = topology.name?.value,
      let mesh = MeshIdentity(topology.mesh, topology.fleet, of: name),
      let system = try? NamespaceName(parsing: topology.standardNamespace),
      let sample = try? NamespaceName(parsing: "sample")
    else { return nil }
    self.name = name
    self.mesh = mesh
    controlPlaneNamespace = topology.controlPlane?.namespace?.value ?? system
    networks = topology.networks.map(\.value)
    clusters = topology.clusters.compactMap { cluster in
      CheckedCluster(
        cluster, role: topology.role(of: cluster), network: topology.network(of: cluster),
        primary: topology.primary(of: cluster), isRead: topology.isReadByOthers(cluster))
    }
    hasRemotes = clusters.contains { $0.role == .remote }
    certificateAuthority = AuthorityHierarchy(of: topology)
    namespaces = topology.namespacesByCluster
    remoteAccess = topology.remoteAccess?.value ?? .standard
    sampleNamespace = topology.verification?.namespace?.value ?? sample
    services = topology.services
    routes = topology.routes
    security = topology.controlPlane?.security
    values = topology.values
    sharing = topology.sharing
    acrossNetworks = topology.controlPlane?.acrossNetworks
    guard clusters.count == topology.clusters.count else { return nil }
  }
}

extension CheckedTopology.MeshIdentity {
  /// A fleet decides on both; otherwise, a mesh that has no ID of its own is called as the topology is.
  init?(_ mesh: Mesh?, _ fleet: Fleet?, of name: TopologyName) {
    guard let id = fleet?.meshID ?? mesh?.id?.value ?? (try? MeshID(parsing: name.description)) else { return nil }
    self.id = id
    trustDomain = fleet?.trustDomain ?? mesh?.trustDomain?.value ?? .clusterLocal
    clusterDomain = mesh.clusterDomain
    mutualTLS = mesh?.mutualTLS?.value
    hasNetworkPolicies = mesh?.networkPolicies?.value ?? false
  }
}
