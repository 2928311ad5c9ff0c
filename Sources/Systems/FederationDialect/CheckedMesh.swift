internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import PeerMeshes
internal import Planning

/// One mesh with all its fields.
struct CheckedMesh: Sendable {
  /// The mesh's place in the topology, from 0.
  let index: Int
  let name: MeshName
  let cluster: ClusterName
  let context: ContextName
  /// The namespace of its control plane.
  let namespace: NamespaceName
  let trustDomain: TrustDomain
  let clusterDomain: ClusterDomain
  let members: [NamespaceName]
  /// The region that its nodes are in, where the topology says so.
  let region: String?
  let rootCertificate: String?
  let certificates: MeshCertificates
  let ingress: PeerIngress?
  let place: SourceRange

  init?(_ mesh: FederatedMesh, index: Int, in topology: Topology) {
    guard let name = mesh.name?.value, let cluster = topology.cluster(of: mesh), let clusterName = cluster.name?.value,
      let namespace = mesh.controlPlaneNamespace, let trustDomain = mesh.effectiveTrustDomain,
      let certificates = MeshCertificates(of: mesh, in: topology)
    else { return nil }
    (self.index, self.name, self.namespace, self.trustDomain) = (index, name, namespace, trustDomain)
    self.cluster = clusterName
    clusterDomain = topology.mesh.clusterDomain
    context = cluster.context?.value ?? ContextName(of: clusterName)
    members = mesh.members.map(\.value)
    region = cluster.locality?.region.value.description
    rootCertificate = mesh.rootCertificate?.value.description
    self.certificates = certificates
    ingress = mesh.ingress
    place = mesh.place
  }

  /// The network of its services, as peers know it.
  ///
  /// It is not a setting: istiod makes it from the name of the ServiceMeshPeer (maistra/istio,
  /// pilot/pkg/serviceregistry/federation/controller.go).
  var network: String { "network-\(name)" }

  /// What tells its objects from those of other meshes in the cluster.
  var labels: [String: String] { ["app.kubernetes.io/part-of": name.description] }

  /// A command of kubectl in the control plane's namespace.
  func kubectl(_ arguments: String...) -> Command {
    Command(Command.kubectl(in: context, "--namespace", namespace.description).words + arguments)
  }

  /// The name as that of a shell variable, which must not begin with a digit.
  var variable: String {
    let letters = name.description.uppercased().map { $0 == "-" ? "_" : $0 }
    return (letters.first?.isNumber == true ? "_" : "") + String(letters)
  }
}
