internal import LegacyIstio
internal import MeshModel
internal import MeshNames
internal import Planning

/// What brings a cluster's control plane up, and its gateways.
extension LegacyCluster {
  var namespacesStep: Step {
    Step(
      step(.namespaces), in: name, .namespaces, "Make the namespaces, those of applications with the label for proxies",
      .apply(namespaces(injected: injectedNamespaces, others: [])))
  }

  var controlPlaneStep: Step {
    let after = [step(.trust), kindsStep?.id ?? StepID(wholeMesh: .operator)]
    guard !version.isInstalledByHelm else {
      return chartStep(
        "Install the control plane and its gateways, with Helm 2", .istio, values: chartValues, after: after)
    }
    let file = PlannedFile(["istioctl", "istio-operator.yaml"], .yaml(isToday ? installationToday : installation))
    let install =
      "\"\(Self.archive(version))/bin/istioctl\" install --context \(Command.quoted(context.description))"
      + " --skip-confirmation --filename \(path("istioctl", "istio-operator.yaml"))"
    return Step(
      step(.controlPlane), in: name, .controlPlane, "Install the control plane and its gateways, with istioctl",
      .run([Command(["sh", "-c", install])]), after: after, gates: [deploymentsGate], files: [file])
  }

  /// The gateways come with the control plane; their addresses take a while longer.
  var gatewayStep: Step {
    Step(
      step(.gateways), in: name, .gateways, "Wait for the address of the gateway", .run([]),
      after: [step(.controlPlane)],
      gates: [gatewayGate],
      binds: gatewayAddressBinding.map { [$0.name] } ?? [])
  }

  private var gatewayGate: Gate {
    guard hasNodePort else {
      return Gate(
        "the load balancer has an address", Command(["sh", "-c", "test -n \"$(\(addressCommand.shellLine))\""]),
        timeout: 300)
    }
    let ports = kubectl("get", "service", gatewayName, "--output=jsonpath={.spec.ports[*].nodePort}").shellLine
    return Gate("the nodes have the gateway's port", Command(["sh", "-c", "\(ports) | grep -qw \(gatewayPort)"]))
  }

  private var gatewayName: String { isToday ? Self.eastWestGateway : "istio-ingressgateway" }

  var exposureStep: Step {
    Step(
      step(.exposure), in: name, .exposure, "Open port 15443 of the gateways for `.global` names",
      .apply(isToday ? [crossNetworkGateway] : exposure), after: [step(.gateways)])
  }

  /// The address of the gateway, which clusters that import from here need, unless the topology gives it.
  var gatewayAddressBinding: Binding? {
    guard cluster.gateway.address == nil, isExporter else { return nil }
    return Binding(
      name: "\(variable)_GATEWAY_ADDRESS", description: "the address of the gateway of \(name)",
      step: step(.gateways), read: addressCommand, place: "clusters[\(index)].gateway.address", origin: cluster.place)
  }

  /// The gateway's address as a manifest has it.
  var gatewayAddress: String { cluster.gateway.address?.description ?? gatewayAddressBinding?.reference ?? "" }

  private var addressCommand: Command {
    kubectl(
      "get", "service", gatewayName,
      Command.loadBalancerOutput)
  }

  var bindings: [Binding] { [gatewayAddressBinding, nameServerBinding].compactMap { $0 } }
}
