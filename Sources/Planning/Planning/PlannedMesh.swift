package import MeshNames

/// One of several meshes, as the plan's readers need to know it.
package struct PlannedMesh: Sendable {
  package let name: MeshName
  package let cluster: ClusterName
  /// The namespace of its control plane.
  package let namespace: NamespaceName
  package let trustDomain: TrustDomain
  package let peers: [MeshName]

  package init(
    name: MeshName, cluster: ClusterName, namespace: NamespaceName, trustDomain: TrustDomain, peers: [MeshName]
  ) {
    self.name = name
    self.cluster = cluster
    self.namespace = namespace
    self.trustDomain = trustDomain
    self.peers = peers
  }
}
