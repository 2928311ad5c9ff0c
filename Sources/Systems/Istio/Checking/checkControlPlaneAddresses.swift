internal import Diagnostics
internal import MeshModel
internal import MeshNames

/// Remote clusters reach their control plane by an IP address, or by a name with a caveat, or not at all.
func checkControlPlaneAddresses(_ topology: Topology, _ log: inout FindingLog) {
  let servers = topology.isExternal ? topology.hosts : topology.primaries
  for server in servers {
    guard let gateway = server.gateway else { continue }
    for remote in topology.served(by: server) {
      guard let address = gateway.address(from: remote, in: topology), case .name = address.value else { continue }
      if let platform = remote.platform, platform.value.followsNoNames {
        log.reportOnce(.unfollowedName(address, of: server, by: remote, on: platform))
      }
    }
    let names = topology.served(by: server).compactMap { gateway.address(from: $0, in: topology) }.filter {
      if case .name = $0.value { true } else { false }
    }
    for address in names
    where !log.findings.contains(where: { $0.code == .unfollowedName && $0.place.range == address.range }) {
      log.reportOnce(.namedControlPlane(address, of: server))
    }
  }
}

extension Topology {
  /// The clusters that a cluster's control plane serves, and that reach it by its gateway.
  fileprivate func served(by server: Cluster) -> [Cluster] {
    if isExternal { return clusters.filter { role(of: $0) != .external } }
    guard let name = server.name?.value else { return [] }
    return remotes.filter { primary(of: $0) == name }
  }
}

extension Gateway {
  /// The address that a cluster knows the gateway by, where the topology says it.
  fileprivate func address(from viewer: Cluster, in topology: Topology) -> Located<Host>? {
    view(from: viewer, in: topology)?.address ?? address
  }
}
