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

extension Gateway {
  /// What is said of where a cluster reaches it; the cluster's own name comes before its network's.
  ///
  /// - Parameters:
  ///   - viewer: The cluster that dials.
  ///   - topology: The topology that both are of.
  /// - Returns: `nil` where only the gateway's own address holds.
  package func view(from viewer: Cluster, in topology: Topology) -> GatewayView? {
    views.first { $0.cluster != nil && $0.cluster?.value == viewer.name?.value }
      ?? views.first { $0.network != nil && $0.network?.value == topology.network(of: viewer) }
  }
}
