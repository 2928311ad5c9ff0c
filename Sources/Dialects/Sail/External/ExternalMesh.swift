internal import MeshModel
internal import MeshNames
internal import Planning

/// A mesh whose control plane runs in a cluster that has no part in it.
///
/// The host has two control planes. The one that the mesh uses reads and writes the other cluster alone, with a
/// kubeconfig. The host's own is there for the gateway that leads to it: something must configure that.
struct ExternalMesh {
  let host: ClusterScope
  /// The cluster that holds the mesh's configuration and runs its workloads.
  let config: ClusterScope
  /// Where the host's own control plane and the gateway are.
  let ingress: NamespaceName

  static let hostNamespace = "istio-system"

  /// Helm's names of releases have at most 53 characters, and the operator's are `REVISION-istiod`.
  static let longestRevision = 53 - "-istiod".count

  /// `nil` where the topology is not of this mode.
  init?(_ topology: CheckedTopology, _ options: SailOptions, _ relations: ClusterRelations) {
    guard let host = topology.clusters.firstIndex(where: { $0.role == .external }),
      let config = topology.clusters.firstIndex(where: { $0.role == .config }),
      let ingress = try? NamespaceName(parsing: Self.hostNamespace)
    else { return nil }
    self.host = ClusterScope(topology, options, relations, index: host)
    self.config = ClusterScope(topology, options, relations, index: config)
    self.ingress = ingress
  }

  /// Both clusters, in the order of the topology.
  var scopes: [ClusterScope] { [host, config].sorted { $0.index < $1.index } }

  var system: NamespaceName { host.system }

  /// The name of the control plane and, updated in place, of its revision: that of its namespace.
  ///
  /// `Istio` objects belong to the whole cluster, and one host may have several meshes' control planes.
  var revision: String { system.description }

  var plan: Plan {
    Plan(
      topology: host.topology.name, mesh: host.topology.mesh.id,
      summary: "Istio \(host.options.version) by the Sail operator, a control plane outside of the mesh",
      clusters: scopes.map(planned),
      steps: steps,
      bindings: gatewayAddressBinding.map { [$0] } ?? [],
      certificates: nil,
      verifications: [verification],
      removal: removal,
      slots: [
        host.istioSlot(named: revision, derived: []), config.istioSlot(named: revision, derived: []), host.cniSlot,
        config.cniSlot,
      ])
  }

  private func planned(_ scope: ClusterScope) -> PlannedCluster {
    PlannedCluster(
      name: scope.cluster.name, context: scope.context, network: scope.cluster.network,
      role: scope.cluster.role.rawValue, primary: scope.index == host.index ? nil : host.cluster.name)
  }
}

/// The names that the chart derives from the revision and the namespace
/// (istio/istio, manifests/charts/istio-control/istio-discovery).
extension ExternalMesh {
  /// The Service, and the account that the control plane has in the cluster that it reads.
  var istiod: String { "istiod-\(revision)" }
  var meshConfigMap: String { "istio-\(revision)" }
  var injectorConfigMap: String { "istio-sidecar-injector-\(revision)" }
  var injectorWebhook: String { "istio-sidecar-injector-\(revision)-\(system)" }
  var validatorWebhook: String { "istio-validator-\(revision)-\(system)" }
}
