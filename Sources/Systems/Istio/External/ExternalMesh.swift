internal import MeshModel
internal import MeshNames
package import Planning

/// A mesh whose control plane runs in a cluster that has no part in it.
///
/// The host has two control planes. The one that the mesh uses reads and writes the other cluster alone, with a
/// kubeconfig. The host's own is there for the gateway that leads to it: something must configure that.
package struct ExternalMesh {
  let host: any Installation
  /// The cluster that holds the mesh's configuration and runs its workloads.
  let config: any Installation
  /// The further clusters that run workloads.
  let data: [any Installation]
  /// Where the host's own control plane and the gateway are.
  let ingress: NamespaceName

  package static let hostNamespace = "istio-system"

  /// `nil` where the clusters are not of this mode.
  package init?(_ clusters: [any Installation]) {
    guard let host = clusters.first(where: { $0.cluster.role == .external }),
      let config = clusters.first(where: { $0.cluster.role == .config }),
      let ingress = try? NamespaceName(parsing: Self.hostNamespace)
    else { return nil }
    self.host = host
    self.config = config
    data = clusters.filter { $0.cluster.role == .remote }
    self.ingress = ingress
  }

  /// The clusters that are part of the mesh.
  var members: [any Installation] { [config] + data }

  /// All clusters, in the order of the topology.
  var clusters: [any Installation] { (members + [host]).sorted { $0.scope.index < $1.scope.index } }

  var system: NamespaceName { host.system }

  /// The name of the control plane and, updated in place, of its revision: that of its namespace.
  ///
  /// `Istio` objects belong to the whole cluster, and one host may have several meshes' control planes.
  var revision: String { system.description }

  /// The plan.
  ///
  /// - Parameter installer: Who installs, in words: "the Sail operator".
  /// - Returns: The plan.
  package func plan(installedBy installer: String) -> Plan {
    Plan(
      topology: host.topology.name, mesh: host.topology.mesh.id,
      summary: "Istio \(host.scope.options.build) by \(installer), a control plane outside of the mesh",
      clusters: clusters.map(planned),
      steps: steps,
      bindings: gatewayAddressBinding.map { [$0] } ?? [],
      certificates: [],
      verifications: verifications,
      removal: removal,
      slots: host.slots(of: externalIstiod) + members.flatMap { $0.slots(of: remoteIstiod(in: $0)) })
  }

  private func planned(_ installation: any Installation) -> PlannedCluster {
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
