package import Diagnostics
package import MeshNames

/// How peers reach a mesh's gateways, of which each peer has one of its own.
package struct PeerIngress: Sendable {
  package let type: Located<GatewayService.ServiceType>?
  /// The domain in which each gateway has a name: `GATEWAY.NAMESPACE.DOMAIN`.
  package let domain: Located<DomainName>?
  /// The addresses of nodes, where gateways are reached at these.
  package let addresses: [Located<Host>]
  package let annotations: [(key: Located<AnnotationKey>, value: Located<PlainText>)]
  /// What is said of the gateway for one peer.
  package let gateways: [PeerGateway]
  /// The place of the section's first key.
  package let place: SourceRange

  init(reading fields: inout MappingReader) {
    type = fields.optional("type")
    domain = fields.optional("domain")
    addresses = fields.list("addresses")
    annotations = fields.pairs("annotations")
    gateways = fields.list("gateways") { PeerGateway(reading: &$0) }
    place = fields.firstPlace
  }
}

/// The gateway that one peer of a mesh comes in by.
package struct PeerGateway: Sendable {
  package let peer: Located<MeshName>
  package let addresses: [Located<Host>]
  package let nodePorts: NodePorts?

  /// The nodes' ports that stand for the gateway's.
  package struct NodePorts: Sendable {
    package let tls: Located<NodePort>
    package let discovery: Located<NodePort>
    package let place: SourceRange
  }

  init?(reading fields: inout MappingReader) {
    let peer: Located<MeshName>? = fields.required("for", help: "the mesh that comes in by this gateway")
    addresses = fields.list("addresses")
    nodePorts = fields.optional("nodePorts") { NodePorts(reading: &$0) }
    guard let peer else { return nil }
    self.peer = peer
  }
}

extension PeerGateway.NodePorts {
  fileprivate init?(reading fields: inout MappingReader) {
    let tls: Located<NodePort>? = fields.required("tls", help: "the port for services")
    let discovery: Located<NodePort>? = fields.required("discovery", help: "the port for discovery")
    place = fields.firstPlace
    guard let tls, let discovery else { return nil }
    (self.tls, self.discovery) = (tls, discovery)
  }
}
