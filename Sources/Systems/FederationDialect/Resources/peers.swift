internal import Diagnostics
internal import Manifests
internal import MeshModel
internal import MeshNames
internal import YAMLWriting

extension Peering {
  /// The certificate that the peer's are verified with; the key is the one that istiod looks for.
  var root: Resource {
    Resource(
      "v1", "ConfigMap", rootName, in: mesh.namespace, labels: mesh.labels,
      ["data": ["root-cert.pem": .string(peer.rootText)]])
  }

  /// How the peer is reached, and as whom it comes.
  ///
  /// - Parameter isFederating: Whether the peer is to be reached at all; istiod has its root from here anyway.
  /// - Returns: The object.
  func serviceMeshPeer(isFederating: Bool) -> Resource {
    Resource(
      "federation.maistra.io/v1", "ServiceMeshPeer", peer.name.description, in: mesh.namespace, labels: mesh.labels,
      [
        "spec": [
          "remote": isFederating ? remote : ["addresses": ["federation-has-ended.invalid"]],
          "gateways": [
            "ingress": ["name": .string(ingress.name)],
            "egress": ["name": .string(egressName)],
          ],
          "security": [
            "trustDomain": "\(peer.trustDomain)",
            "clientID": .string(clientID),
            "certificateChain": ["kind": "ConfigMap", "name": .string(rootName)],
          ],
        ]
      ])
  }

  /// The peer's ports are those of its gateway, unless they are its nodes'.
  private var remote: YAMLValue {
    let ports = remoteIngress.nodePorts
    return [
      "addresses": .strings(remoteIngress.addresses),
      "discoveryPort": .integer(ports?.discovery.value.number ?? IngressGateway.discoveryPort),
      "servicePort": .integer(ports?.tls.value.number ?? IngressGateway.servicePort),
    ]
  }
}
