package import Diagnostics
package import MeshNames

/// One cluster of a checked topology.
package struct CheckedCluster: Sendable {
  package let name: ClusterName
  package let role: Cluster.Role
  /// The cluster whose control plane serves this one; `nil` for a primary.
  package let primary: ClusterName?
  package let network: NetworkName
  package let platform: Cluster.Platform
  /// Where control planes read the cluster: the others', or, if these do not, its own.
  package let apiServer: ServerAddress
  package let pods: [CIDR]
  /// The certificate of the CA that the API server's was issued by, in Base64, where the topology has it.
  package let apiServerAuthority: String?
  /// The name in the API server's certificate, where it is not that of the address.
  package let tlsServerName: String?
  package let context: ContextName
  package let location: LocationName
  package let gateway: CheckedGateway
  /// Where its nodes are, if the topology says so.
  package let locality: Locality?
  package let dns: ClusterDNS?
  package let endpoints: ControlPlaneEndpoints?
  package let injection: Injection?
  /// Istio's own values for the cluster alone, as they were written.
  package let values: Values?
  /// Where the topology names the cluster.
  package let place: SourceRange

  init?(_ cluster: Cluster, role: Cluster.Role, network: NetworkName?, primary: ClusterName?, isRead: Bool) {
    let apiServer = cluster.apiServer?.value ?? (isRead ? nil : .ofOwnCluster)
    guard let name = cluster.name?.value, let network, let apiServer else { return nil }
    self.name = name
    self.role = role
    self.network = network
    self.apiServer = apiServer
    self.primary = primary
    apiServerAuthority = cluster.certificateAuthorityData?.value.description
    tlsServerName = cluster.tlsServerName?.value.description
    place = cluster.place
    pods = cluster.pods.map(\.value)
    platform = cluster.platform?.value ?? .kubernetes
    context = cluster.context?.value ?? ContextName(of: name)
    location = cluster.location?.value ?? LocationName(of: name)
    gateway = CheckedGateway(cluster.gateway)
    dns = cluster.dns
    endpoints = cluster.endpoints
    injection = cluster.injection
    locality = cluster.locality
    values = cluster.values
  }
}
