internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import Planning
internal import YAMLWriting

/// The gateway by which one peer, and no other, comes into a mesh.
///
/// Two peers at one gateway would shut each other out: each has it deny everybody but itself (maistra/istio,
/// pilot/pkg/serviceregistry/federation).
struct IngressGateway: Sendable {
  let mesh: CheckedMesh
  let peer: CheckedMesh

  /// Gateways listen at these; where they are reached is another matter.
  static let servicePort = 15443
  static let discoveryPort = 8188

  var name: String { "ingress-\(peer.name)" }

  /// Peers in one cluster reach each other's Services.
  var type: GatewayService.ServiceType {
    mesh.cluster == peer.cluster ? .clusterIP : mesh.ingress?.type?.value ?? .loadBalancer
  }

  var nodePorts: PeerGateway.NodePorts? { type == .nodePort ? settings?.nodePorts : nil }

  var isLoadBalanced: Bool { type == .loadBalancer }

  /// Where the peer reaches it.
  var addresses: [String] {
    knownAddresses.isEmpty ? addressBinding.map { [$0.reference] } ?? [] : knownAddresses
  }

  /// The address of its load balancer, unless the topology says how it is reached.
  var addressBinding: Binding? {
    guard isLoadBalanced, knownAddresses.isEmpty else { return nil }
    return Binding(
      name: "\(mesh.variable)_INGRESS_\(peer.variable)_ADDRESS",
      description: "the address of \(mesh.name)'s gateway for \(peer.name)",
      step: StepID(mesh.cluster, .gateways),
      read: mesh.kubectl("get", "service", name, Command.loadBalancerOutput),
      place: "meshes[\(mesh.index)].ingress", origin: mesh.ingress?.place ?? mesh.place)
  }

  private var settings: PeerGateway? { mesh.ingress?.gateways.first { $0.peer.value == peer.name } }

  private var knownAddresses: [String] {
    if mesh.cluster == peer.cluster { return [mesh.clusterDomain.host(name, in: mesh.namespace)] }
    if let own = settings?.addresses, !own.isEmpty { return own.map(\.value.description) }
    if let domain = mesh.ingress?.domain { return ["\(name).\(mesh.namespace).\(domain.value)"] }
    return mesh.ingress?.addresses.map(\.value.description) ?? []
  }
}
