package import Diagnostics
package import MeshModel
package import MeshNames
internal import PeerMeshes
package import Planning

/// A mesh whose peers' services are made known to it one by one, as objects of Istio's own.
package struct DiscoveryMesh: Sendable {
  package let name: MeshName
  package let cluster: ClusterName
  /// The place of its cluster in the topology, from 0.
  package let clusterIndex: Int
  package let context: ContextName
  /// The namespace of its control plane.
  package let namespace: NamespaceName
  package let trustDomain: TrustDomain
  package let clusterDomain: ClusterDomain
  /// The namespaces whose pods are in it.
  package let members: [NamespaceName]
  /// The region that its nodes are in, where the topology says so.
  package let region: String?
  /// What the topology says of the cluster's east-west gateway.
  package let gateway: CheckedGateway
  /// Where the topology names the cluster.
  package let place: SourceRange

  init?(_ mesh: FederatedMesh, in topology: Topology) {
    guard let name = mesh.name?.value, let cluster = topology.cluster(of: mesh), let clusterName = cluster.name?.value,
      let index = topology.clusters.firstIndex(where: { $0.name?.value == clusterName }),
      let namespace = mesh.controlPlaneNamespace, let trustDomain = mesh.effectiveTrustDomain
    else { return nil }
    (self.name, self.namespace, self.trustDomain) = (name, namespace, trustDomain)
    self.cluster = clusterName
    clusterDomain = topology.mesh.clusterDomain
    clusterIndex = index
    context = cluster.context?.value ?? ContextName(of: clusterName)
    members = mesh.members.map(\.value)
    region = cluster.locality?.region.value.description
    gateway = CheckedGateway(cluster.gateway)
    place = cluster.place
  }

  /// The network that its own pods are on.
  package var network: String { "network-\(name)" }

  /// The network that it is to its peers.
  ///
  /// It must not be the mesh's own name for it as long as meshes federate: what federation knows of `network-NAME` would
  /// be overwritten (openshift-service-mesh/sail-operator, docs/ossm/ossm2-migration/federation). Networks are names
  /// within one mesh, and have to differ there alone.
  package var networkOfPeers: String { "\(name)-network" }

  /// What tells its objects from those of other meshes.
  package var labels: [String: String] { ["app.kubernetes.io/part-of": name.description] }

  /// A command of kubectl in a namespace of its cluster.
  package func kubectl(in namespace: NamespaceName, _ arguments: String...) -> Command {
    Command(Command.kubectl(in: context, "--namespace", namespace.description).words + arguments)
  }
}
