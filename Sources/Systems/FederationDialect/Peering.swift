internal import Certificates
internal import MeshModel
internal import MeshNames
internal import PeerMeshes
internal import Planning

/// One side of two meshes that are each other's peers: what `mesh` has for `peer`.
struct Peering: Sendable {
  let mesh: CheckedMesh
  let peer: CheckedMesh
  /// What the mesh lets the peer have.
  let exported: [ServiceExport.Rule]
  /// What the mesh takes of the peer's.
  let imported: ServiceImport?

  /// The gateway that the peer comes in by, and the peer's that is reached from here.
  var ingress: IngressGateway { IngressGateway(mesh: mesh, peer: peer) }
  var remoteIngress: IngressGateway { IngressGateway(mesh: peer, peer: mesh) }

  /// The gateway that requests to the peer leave by; the peer has one for this mesh, too.
  var egressName: String { "egress-\(peer.name)" }
  private var remoteEgressName: String { "egress-\(mesh.name)" }

  /// The ConfigMap with the peer's root certificate: istiod's own default name.
  var rootName: String { "\(peer.name)-ca-root-cert" }

  /// The account that the peer's requests come from, without the scheme of a SPIFFE ID, as policies have it.
  var clientID: String {
    "\(peer.trustDomain)/ns/\(peer.namespace)/sa/\(remoteEgressName)-service-account"
  }

  /// The bindings that the objects of the peering hold.
  func uses(isFederating: Bool) -> [String] {
    [isFederating ? remoteIngress.addressBinding : nil, peer.rootBinding].compactMap { $0?.name }
  }
}

extension CheckedMesh {
  /// The root certificate of a mesh of which the topology does not say it: what the ceremony issues, or what the
  /// control plane signs with.
  var rootBinding: Binding? {
    guard rootCertificate == nil else { return nil }
    // Go's quotation marks are JSON's as far as certificates are concerned.
    let live = kubectl(
      "get", "configmap", "istio-ca-root-cert", #"--output=go-template={{printf "%q" (index .data "root-cert.pem")}}"#)
    return Binding(
      name: "\(variable)_ROOT_CERTIFICATE", description: "the root certificate of \(name)", kind: .certificate,
      step: certificates.ceremony()?.id ?? StepID(cluster, .controlPlane), read: certificates.rootReading ?? live,
      place: "meshes[\(index)].rootCertificate", origin: place)
  }

  /// The root certificate as a ConfigMap has it: what the topology says, or the binding.
  var rootText: String { rootCertificate ?? rootBinding?.reference ?? "" }
}
