internal import MeshModel
internal import MeshNames
internal import Planning

/// One cluster with the meshes that are in it, and all that its objects and steps are derived from.
///
/// Meshes of one cluster share its phases: a folder is applied as a whole.
struct FederatedCluster: Sendable {
  let name: ClusterName
  let context: ContextName
  let network: NetworkName
  let release: MaistraRelease
  let isPreinstalled: Bool
  let meshes: [CheckedMesh]
  let peerings: [Peering]
  /// How far the meshes are on their way to OpenShift Service Mesh 3; `nil` where they are on none.
  let stage: Migration.Stage?
  /// What is taken and given without federation; `nil` before there are gateways for it.
  let services: MigratingServices?

  init(_ cluster: CheckedCluster, _ options: FederationOptions) {
    (name, context, network) = (cluster.name, cluster.context, cluster.network)
    (release, isPreinstalled) = (options.release, options.isPreinstalled)
    (stage, services) = (options.stage, options.services)
    meshes = options.meshes.filter { $0.cluster == cluster.name }
    peerings = options.peerings.filter { $0.mesh.cluster == cluster.name }
  }

  func step(_ phase: Phase, _ detail: String? = nil) -> StepID { StepID(name, phase, detail) }

  func peerings(of mesh: CheckedMesh) -> [Peering] { peerings.filter { $0.mesh.name == mesh.name } }

  var plannedCluster: PlannedCluster {
    PlannedCluster(name: name, context: context, network: network, role: Cluster.Role.primary.rawValue)
  }

  var exporting: [Peering] { peerings.filter { !$0.exported.isEmpty } }
  var importing: [Peering] { peerings.filter { $0.imported != nil } }
  var loadBalanced: [Peering] { peerings.filter(\.ingress.isLoadBalanced) }
}
