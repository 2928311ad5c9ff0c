internal import MeshModel
internal import MeshNames
internal import Planning

/// What lets the other networks in. A mesh on one network has none of it.
extension ClusterScope {
  var gatewayStep: Step? {
    guard topology.isMultiNetwork else { return nil }
    return Step(
      step(.gateways), in: cluster.name, .gateways, "Start the east-west gateway",
      .apply(gatewayResources), after: [step(.controlPlane)],
      gates: [
        Gate(
          "the gateway runs",
          kubectl("wait", "--for=condition=Available", "deployment/\(Self.gatewayName)", "--timeout=3m")),
        Gate(
          "the load balancer has an address",
          kubectl(
            "wait", "--for=jsonpath={.status.loadBalancer.ingress}", "service/\(Self.gatewayName)", "--timeout=5m"),
          timeout: 300),
        // The webhook may not answer for some time after the control plane is ready (istio/istio#61049).
        Gate(
          "istiod's webhook admits Istio configuration",
          .kubectl(
            in: context, "apply", "--dry-run=server", "-f", "clusters/\(cluster.name)/\(Phase.exposure.folder)"),
          timeout: 120),
      ],
      binds: gatewayAddressBinding.map { [$0.name] } ?? [])
  }

  var exposureStep: Step? {
    guard topology.isMultiNetwork else { return nil }
    return Step(
      step(.exposure), in: cluster.name, .exposure, "Open the gateway for the services of the mesh",
      .apply([crossNetworkGateway]), after: [step(.gateways)])
  }

  /// The address of the gateway, unless the topology gives it.
  ///
  /// No manifest needs it: other clusters' istiod read it
  /// from the Service. It is what the verification asks for.
  var gatewayAddressBinding: Binding? {
    guard topology.isMultiNetwork, cluster.gateway.address == nil else { return nil }
    let ingress = ".status.loadBalancer.ingress[0]"
    return Binding(
      name: "\(cluster.name.asVariable)_GATEWAY_ADDRESS",
      description: "the address of the east-west gateway of \(cluster.name)", step: step(.gateways),
      read: kubectl(
        "get", "service", Self.gatewayName, "--output=jsonpath={\(ingress).ip}{\(ingress).hostname}"),
      place: "clusters[\(index)].gateway.address")
  }

  /// The gateway's address as a URL has it: what the topology says, or the binding.
  var gatewayAuthority: String? {
    guard topology.isMultiNetwork else { return nil }
    guard case .address(let address) = cluster.gateway.address, address.family == .v6 else {
      return cluster.gateway.address?.description ?? gatewayAddressBinding?.reference
    }
    return "[\(address)]"
  }
}

extension ClusterName {
  /// The name as that of a shell variable, which must not begin with a digit.
  fileprivate var asVariable: String {
    let name = description.uppercased().map { $0 == "-" ? "_" : $0 }
    return (name.first?.isNumber == true ? "_" : "") + String(name)
  }
}
