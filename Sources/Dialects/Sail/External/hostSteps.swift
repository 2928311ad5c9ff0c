internal import Istio
internal import Manifests
internal import MeshModel
internal import MeshNames
internal import Planning

extension ExternalMesh {
  /// The host's gateway, the mesh's cluster, the control plane.
  ///
  /// Two things go in a circle: the control plane starts only when it can read the mesh's cluster, and that is ready
  /// only when the control plane serves it. So of the cluster, only the account that it is read with is waited for.
  ///
  /// A folder is applied as a whole. That of the mesh's control plane comes after the kubeconfig, which no manifest
  /// brings, and so it is the last.
  var steps: [Step] {
    [
      namespacesStep(host, hostNamespaces), namespacesStep(config, configNamespaces),
      host.prerequisiteStep, config.prerequisiteStep,
      hostControlPlaneStep, gatewayStep, exposureStep,
      remoteStep, tokenStep, kubeconfigStep,
      externalControlPlaneStep, servedStep,
    ]
  }

  private func namespacesStep(_ installation: SailInstallation, _ resources: [Resource]) -> Step {
    Step(
      installation.step(.namespaces), in: installation.cluster.name, .namespaces, "Make the namespaces",
      .apply(resources))
  }

  /// The step has a name of its own, since the other cluster's of the phase does something else.
  private var hostControlPlaneStep: Step {
    Step(
      host.step(.controlPlane, "host"), in: host.cluster.name, .controlPlane,
      "Install the CNI plug-in and the host's own control plane, which configures the gateway",
      .apply([host.istioCNI, hostIstio]), after: [host.step(.namespaces), host.step(.operator)],
      gates: [
        host.ready("the CNI plug-in is ready", "istiocnis.sailoperator.io/default"),
        host.ready(
          "the host's own control plane is ready", "istios.sailoperator.io/\(IstioOptions.standardRevision)"),
      ])
  }

  private var gatewayStep: Step {
    Step(
      host.step(.gateways), in: host.cluster.name, .gateways, "Start the gateway that leads to the control plane",
      .apply(gatewayResources), after: [hostControlPlaneStep.id], gates: gatewayGates, binds: gatewayAddressUses)
  }

  private var gatewayGates: [Gate] {
    let service = "service/\(Self.gatewayName)"
    let folder = "clusters/\(host.cluster.name)/\(Phase.exposure.folder)"
    return [
      Gate(
        "the gateway runs",
        kubectl("wait", "--for=condition=Available", "deployment/\(Self.gatewayName)", "--timeout=3m")),
      Gate(
        "the load balancer has an address",
        kubectl("wait", "--for=jsonpath={.status.loadBalancer.ingress}", service, "--timeout=5m"), timeout: 300),
      // The webhook may not answer for some time after the control plane is ready (istio/istio#61049).
      Gate(
        "istiod's webhook admits Istio configuration",
        .kubectl(in: host.context, "apply", "--dry-run=server", "-f", folder), timeout: 120),
    ]
  }

  /// The Service that the routes lead to is not there yet, which they need not mind.
  private var exposureStep: Step {
    Step(
      host.step(.exposure), in: host.cluster.name, .exposure, "Open the gateway to the control plane",
      .apply(exposure), after: [gatewayStep.id])
  }
}
