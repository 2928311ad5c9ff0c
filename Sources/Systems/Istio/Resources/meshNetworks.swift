internal import MeshModel
internal import MeshNames
internal import YAMLWriting

extension ClusterScope {
  /// The gateways that the control plane is told of, because their Services do not say where they are reached from here.
  ///
  /// Of all clusters that a control plane serves, those on a gateway's own network never dial it.
  var meshNetworks: YAMLValue? {
    let networks = relations.listed.compactMap { network, places -> YAMLValue.Entry? in
      guard let viewer = viewer(of: network) else { return nil }
      let clusters = places.map { topology.clusters[$0] }
      return .init(
        network.description,
        [
          "endpoints": .sequence(clusters.map { ["fromRegistry": "\($0.name)"] }),
          "gateways": .sequence(clusters.compactMap { $0.gateway.entry(from: viewer) }),
        ])
    }
    return networks.isEmpty ? nil : .mapping(networks)
  }

  /// The first of the clusters that the control plane serves, its own before others, which is on another network.
  private func viewer(of network: NetworkName) -> CheckedCluster? {
    guard cluster.network == network else { return cluster }
    let remote = relations.remotes[cluster.name]?.first { topology.clusters[$0].network != network }
    return remote.map { topology.clusters[$0] }
  }
}

extension CheckedGateway {
  /// The gateway as `meshNetworks` has it.
  fileprivate func entry(from viewer: CheckedCluster) -> YAMLValue? {
    let view = view(from: viewer)
    guard let address = view?.address ?? address else { return nil }
    return ["address": "\(address)", "port": .integer(view?.port ?? port)]
  }
}
