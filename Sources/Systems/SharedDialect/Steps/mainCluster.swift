internal import Diagnostics
internal import LegacyIstio
internal import MeshModel
internal import MeshNames
internal import Planning

/// What brings the control plane up, and makes it reachable.
extension LegacyCluster {
  var namespacesStep: Step {
    Step(
      step(.namespaces), in: name, .namespaces, "Make the namespaces, and label those whose pods get proxies",
      .apply(namespaces(injected: injectedNamespaces, others: replicas.map(\.namespace.value) + applicationNamespaces)))
  }

  /// A remote cluster needs the kinds where its chart has objects of them (istio/istio#11492).
  var sharedKindsStep: Step? {
    isPrimary || (hasMutualTLS && version < Version(1, 1, 0)) ? kindsStep : nil
  }

  var controlPlaneStep: Step {
    var step = chartStep(
      "Install the control plane, with Helm 2", .istio, values: mainValues,
      after: [step(.trust)] + (sharedKindsStep.map { [$0.id] } ?? []))
    if exposure == .pods { step.binds = endpointBindings.map(\.name) }
    return step
  }

  /// Waits for the addresses of load balancers; those of pods are there with the pods.
  var addressesStep: Step? {
    guard exposure != .pods else { return nil }
    let services = Set(components.map { exposure == .gateway ? gateway(of: $0) : loadBalancer(of: $0) }).sorted()
    let ingress = "--output=jsonpath={.status.loadBalancer.ingress[0]}"
    let gates = services.map { service in
      let read = kubectl("get", "service", service, ingress).shellLine
      return Gate("\(service) has an address", Command(["sh", "-c", "test -n \"$(\(read))\""]), timeout: 300)
    }
    return Step(
      step(.gateways), in: name, .gateways,
      exposure == .gateway ? "Wait for the gateway's address" : "Give the control plane's components load balancers",
      exposure == .gateway ? .run([]) : .apply(loadBalancers), after: [step(.controlPlane)], gates: gates,
      binds: endpointBindings.map(\.name))
  }

  var exposureStep: Step? {
    guard exposure == .gateway else { return nil }
    return Step(
      step(.exposure), in: name, .exposure, "Let the gateway pass on what is meant for the control plane",
      .apply(gatewayExposure), after: [step(.gateways)])
  }

  /// The step behind which the control plane can be reached from other clusters.
  var reachableStep: StepID { exposureStep?.id ?? addressesStep?.id ?? step(.controlPlane) }
}
