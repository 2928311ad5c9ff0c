internal import Istio
internal import MeshModel
internal import MeshNames
internal import Planning

/// A mesh whose control plane runs in a cluster that has no part in it.
///
/// The host has two control planes. The one that the mesh uses reads and writes the other cluster alone, with a
/// kubeconfig. The host's own is there for the gateway that leads to it: something must configure that.
struct ExternalMesh {
  let host: SailInstallation
  /// The cluster that holds the mesh's configuration and runs its workloads.
  let config: SailInstallation
  /// Where the host's own control plane and the gateway are.
  let ingress: NamespaceName

  static let hostNamespace = "istio-system"

  /// `nil` where the clusters are not of this mode.
  init?(_ clusters: [SailInstallation]) {
    guard let host = clusters.first(where: { $0.cluster.role == .external }),
      let config = clusters.first(where: { $0.cluster.role == .config }),
      let ingress = try? NamespaceName(parsing: Self.hostNamespace)
    else { return nil }
    self.host = host
    self.config = config
    self.ingress = ingress
  }

  /// Both clusters, in the order of the topology.
  var clusters: [SailInstallation] { [host, config].sorted { $0.scope.index < $1.scope.index } }

  var system: NamespaceName { host.system }

  /// The name of the control plane and, updated in place, of its revision: that of its namespace.
  ///
  /// `Istio` objects belong to the whole cluster, and one host may have several meshes' control planes.
  var revision: String { system.description }

  var plan: Plan {
    Plan(
      topology: host.topology.name, mesh: host.topology.mesh.id,
      summary: "Istio \(host.scope.options.version) by the Sail operator, a control plane outside of the mesh",
      clusters: clusters.map(planned),
      steps: steps,
      bindings: gatewayAddressBinding.map { [$0] } ?? [],
      certificates: nil,
      verifications: [verification],
      removal: removal,
      slots: [
        host.externalSlot(named: revision), config.externalSlot(named: revision), host.cniSlot,
        config.cniSlot,
      ])
  }

  private func planned(_ installation: SailInstallation) -> PlannedCluster {
    PlannedCluster(
      name: installation.cluster.name, context: installation.context, network: installation.cluster.network,
      role: installation.cluster.role.rawValue,
      primary: installation.scope.index == host.scope.index ? nil : host.cluster.name)
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
