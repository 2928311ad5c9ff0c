package import Diagnostics
package import MeshNames

/// Where a gateway is reached from one cluster, or from one network, and not from elsewhere: a private link, say.
package struct GatewayView: Sendable {
  package let cluster: Located<ClusterName>?
  package let network: Located<NetworkName>?
  package let address: Located<Host>
  package let port: Located<PortNumber>?
  /// The place of the first key.
  package let place: SourceRange

  init?(reading fields: inout MappingReader) {
    cluster = fields.optional("cluster")
    network = fields.optional("network")
    let address: Located<Host>? = fields.required("address", help: "where the gateway is reached from there")
    port = fields.optional("port")
    place = fields.firstPlace
    guard let address else { return nil }
    self.address = address
  }
}
