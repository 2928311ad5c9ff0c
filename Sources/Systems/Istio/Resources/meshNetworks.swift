internal import MeshModel
internal import MeshNames
internal import YAMLWriting

extension ClusterScope {
  /// The gateways that the control plane is told of, because their Services do not say where they are reached from here.
  ///
  /// Of all clusters that a control plane serves, those on a gateway's own network never dial it.
  var meshNetworks: YAMLValue? {
    let networks = topology.networks.compactMap { network -> YAMLValue.Entry? in
      guard let viewer = served.first(where: { $0.network != network }) else { return nil }
      let listed = topology.clusters.filter { $0.network == network && $0.gateway.isListed }
      guard !listed.isEmpty else { return nil }
      return .init(
        network.description,
        [
          "endpoints": .sequence(listed.map { ["fromRegistry": "\($0.name)"] }),
          "gateways": .sequence(listed.compactMap { $0.gateway.entry(from: viewer) }),
        ])
    }
    return networks.isEmpty ? nil : .mapping(networks)
  }

  /// The clusters whose proxies the control plane configures, its own first.
  private var served: [CheckedCluster] { [cluster] + topology.clusters.filter { $0.primary == cluster.name } }
}

extension CheckedGateway {
  /// The gateway as `meshNetworks` has it.
  fileprivate func entry(from viewer: CheckedCluster) -> YAMLValue? {
    let view = view(from: viewer)
    guard let address = view?.address ?? address else { return nil }
    return ["address": "\(address)", "port": .integer(view?.port ?? port)]
  }
}
