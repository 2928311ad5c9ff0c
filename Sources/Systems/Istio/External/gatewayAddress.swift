internal import MeshModel
internal import MeshNames
internal import Planning

/// Where the mesh reaches its control plane: at the host's gateway.
extension ExternalMesh {
  /// The address of the gateway, unless the topology gives it.
  var gatewayAddressBinding: Binding? {
    guard host.cluster.gateway.address == nil else { return nil }
    return Binding(
      name: "\(host.cluster.name.asVariable)_GATEWAY_ADDRESS",
      description: "the address of the gateway of \(host.cluster.name)", step: host.step(.gateways),
      read: kubectl(
        "get", "service", host.cluster.gateway.service.name(of: Self.gatewayName), Command.loadBalancerOutput),
      place: "clusters[\(host.scope.index)].gateway.address", origin: host.cluster.place,
      refusal: host.cluster.refusalOfOpenAddress(for: members.map(\.cluster)))
  }

  /// The bindings that objects hold.
  var gatewayAddressUses: [String] { gatewayAddressBinding.map { [$0.name] } ?? [] }

  /// The address as a manifest has it: what the topology says, or the binding.
  var gatewayAddress: String {
    host.cluster.gateway.address?.description ?? gatewayAddressBinding?.reference ?? ""
  }

  /// The address with the port of discovery.
  ///
  /// Before a port, an IPv6 address stands in brackets.
  var discoveryAddress: String {
    if case .address(let address) = host.cluster.gateway.address, address.family == .v6 { return "[\(address)]:15012" }
    return "\(gatewayAddress):15012"
  }

  /// A command of kubectl in the namespace of the gateway.
  private func kubectl(_ arguments: String...) -> Command {
    Command(Command.kubectl(in: host.context, "--namespace", gatewayNamespace.description).words + arguments)
  }
}
