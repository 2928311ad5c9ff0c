internal import MeshModel
internal import MeshNames
package import Planning

/// What lets other networks in, and the proxies of remote clusters.
extension Installation {
  /// A remote's gateway is injected by its primary, so it waits for the webhook.
  var gatewayStep: Step? { scope.gatewayStep(gatewayAction) }
}

extension ClusterScope {
  /// Starts the east-west gateway; `nil` where nothing from outside comes in.
  package func gatewayStep(_ action: Step.Action, files: [PlannedFile] = []) -> Step? {
    guard hasGateway else { return nil }
    return Step(
      step(.gateways), in: cluster.name, .gateways, "Start the east-west gateway", action, after: [meshStepID],
      gates: gatewayGates, binds: gatewayAddressBinding.map { [$0.name] } ?? [], files: files)
  }

  private var gatewayGates: [Gate] {
    reachableGates(of: gatewayWorkload, in: gatewayNamespace)
      + (exposureStep == nil ? [] : [admissionGate(of: .exposure)])
  }

  /// Open when a gateway runs, and has the address that a load balancer gives it.
  func reachableGates(of workload: String, in namespace: NamespaceName) -> [Gate] {
    let ask = Command.kubectl(in: context, "--namespace", namespace.description).words
    // A Deployment is available as long as its old pods are; that it is rolled out says something of the new ones.
    let running = Gate(
      "the gateway runs", Command(ask + ["rollout", "status", "deployment/\(workload)", "--timeout=3m"]))
    guard cluster.gateway.service.type == .loadBalancer else { return [running] }
    let addressed = Gate(
      "the load balancer has an address",
      Command(
        ask + [
          "wait", "--for=jsonpath={.status.loadBalancer.ingress}",
          "service/\(cluster.gateway.service.name(of: workload))",
          "--timeout=5m",
        ]),
      timeout: 300)
    return [running, addressed]
  }

  /// What the gateway lets in.
  ///
  /// Only primaries have it: remotes' gateways take their configuration from there. A gateway made from Gateway API says
  /// itself what it lets in: in an ambient mesh, whatever services are labelled for the whole mesh.
  package var exposureStep: Step? {
    guard hasGateway, isPrimary, !isGatewayAPI else { return nil }
    return Step(
      step(.exposure), in: cluster.name, .exposure, "Open the gateway",
      .apply((servesRemotes ? istiodExposure : []) + (topology.isMultiNetwork ? [crossNetworkGateway] : [])),
      after: [step(.gateways)])
  }

  /// The address of the gateway, unless the topology gives it.
  ///
  /// Other networks' istiod read it from the Service; remotes need it in their manifests, and the verification asks it.
  package var gatewayAddressBinding: Binding? {
    guard hasGateway, cluster.gateway.address == nil, cluster.gateway.service.type == .loadBalancer else { return nil }
    return Binding(
      name: "\(cluster.name.asVariable)_GATEWAY_ADDRESS",
      description: "the address of the east-west gateway of \(cluster.name)", step: step(.gateways),
      read: .kubectl(
        in: context, "--namespace", gatewayNamespace.description, "get", "service",
        cluster.gateway.service.name(of: gatewayWorkload), Command.loadBalancerOutput),
      place: "clusters[\(index)].gateway.address", origin: cluster.place,
      refusal: cluster.refusalOfOpenAddress(for: (relations.remotes[cluster.name] ?? []).map { topology.clusters[$0] }))
  }

  /// The gateway's address as a manifest has it: what the topology says, or the binding.
  package var gatewayAddress: String {
    cluster.gateway.address?.description ?? gatewayAddressBinding?.reference ?? ""
  }

  /// Where the gateway answers whether it is ready, as a URL has it; `nil` where that is not known.
  var gatewayStatusAuthority: String? {
    guard hasGateway, !cluster.gateway.isListed else { return nil }
    let isOnNodes = cluster.gateway.service.type == .nodePort
    guard let port = isOnNodes ? cluster.gateway.service.nodePorts[.status] : 15021,
      !isOnNodes || cluster.gateway.address != nil
    else { return nil }
    if case .address(let address) = cluster.gateway.address, address.family == .v6 { return "[\(address)]:\(port)" }
    return "\(gatewayAddress):\(port)"
  }
}
