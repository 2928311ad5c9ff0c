internal import Certificates
internal import Istio
internal import Manifests
internal import ManualDiscovery
internal import MeshModel
internal import MeshNames
internal import PeerMeshes
internal import Planning
internal import SailOperator

/// One cluster with its mesh, and all that its objects and steps are derived from.
struct InstalledMesh: Sendable {
  let cluster: CheckedCluster
  let mesh: DiscoveryMesh
  let options: MultiMeshOptions
  let `operator`: Operator
  /// What all objects are part of that do not say otherwise.
  let id: MeshID

  init?(_ cluster: CheckedCluster, partOf id: MeshID, _ options: MultiMeshOptions) {
    guard let mesh = options.discovery.meshes.first(where: { $0.cluster == cluster.name }) else { return nil }
    (self.cluster, self.mesh, self.id, self.options) = (cluster, mesh, id, options)
    self.operator = options.sail.operator(of: cluster)
  }

  var context: ContextName { cluster.context }
  var discovery: ManualDiscovery { options.discovery }
  var exposed: [ExposedService] { discovery.exposed(by: mesh.name) }
  var imported: [ImportedService] { discovery.imported(into: mesh.name) }

  /// Where its certificates come from.
  var certificates: MeshCertificates? { options.certificates[mesh.name] }

  /// The plan of its certificates, if there is one.
  func certificatePlan(among clusters: [CheckedCluster]) -> CertificatePlan? {
    let place = CertificatePlan.Peer.Place.meshConfiguration(of: controlPlaneName)
    return certificates?.plan(
      among: clusters, in: cluster.name, trustedBy: peers.map { CertificatePlan.Peer($0.cluster, place) })
  }

  /// The meshes that it trusts, and is trusted by.
  var peers: [DiscoveryMesh] {
    discovery.meshes.filter { options.peers[mesh.name]?.contains($0.name) ?? false }
  }

  /// The roots of its peers; `nil` where one of them is not known beforehand.
  var knownRoots: [String]? {
    let known = peers.compactMap { options.roots[$0.name] }
    return known.count == peers.count ? known : nil
  }

  var revision: String { options.sail.istio.boundRevision }
  var controlPlaneName: String { options.sail.controlPlaneName }
  var istio: String { "istios.sailoperator.io/\(controlPlaneName)" }

  /// What binds a namespace, or a gateway, to the control plane.
  var revisionLabels: [String: String] {
    options.sail.istio.isRevisioned ? ["istio.io/rev": revision] : ["istio-injection": "enabled"]
  }

  func step(_ phase: Phase, _ detail: String? = nil) -> StepID { StepID(cluster.name, phase, detail) }

  func kubectl(_ arguments: String...) -> Command {
    Command(Command.kubectl(in: context, "--namespace", mesh.namespace.description).words + arguments)
  }

  /// A command of kubectl for what belongs to the whole cluster.
  func clusterCommand(_ arguments: String...) -> Command { Command(Command.kubectl(in: context).words + arguments) }

  var plannedCluster: PlannedCluster {
    PlannedCluster(
      name: cluster.name, context: context, network: (try? NetworkName(parsing: mesh.network)) ?? cluster.network,
      role: Cluster.Role.primary.rawValue)
  }

  var plannedMesh: PlannedMesh {
    PlannedMesh(
      name: mesh.name, cluster: cluster.name, namespace: mesh.namespace, trustDomain: mesh.trustDomain,
      peers: peers.map(\.name))
  }

  /// What is known only when the gateway is there, of those that somebody needs.
  var bindings: [Binding] { exposed.isEmpty ? [] : mesh.gatewayBindings }
}
