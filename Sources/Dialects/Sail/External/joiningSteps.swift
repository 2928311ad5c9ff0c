internal import Istio
internal import MeshModel
internal import MeshNames
internal import Planning

/// What joins the two clusters.
extension ExternalMesh {
  var remoteStep: Step {
    Step(
      config.step(.controlPlane), in: config.cluster.name, .controlPlane,
      "Install the CNI plug-in and the way to the control plane in \(host.cluster.name)",
      .apply([config.istioCNI, remoteIstio]),
      after: [config.step(.namespaces), config.step(.operator), host.step(.gateways)],
      gates: [
        config.ready("the CNI plug-in is ready", "istiocnis.sailoperator.io/default"),
        Gate(
          "the account that the control plane reads with exists",
          config.kubectl("get", "serviceaccount", istiod), timeout: 180),
      ],
      uses: gatewayAddressUses)
  }

  var tokenStep: Step {
    Step(
      config.step(.discovery), in: config.cluster.name, .discovery,
      "Ask for the token that the control plane reads with",
      .apply([tokenRequest]), after: [remoteStep.id],
      gates: [
        Gate(
          "the token is there", config.kubectl("wait", "--for=jsonpath={.data.token}", "secret/\(token)"), timeout: 60)
      ])
  }

  static let kubeconfig = "istio-kubeconfig"

  /// The token goes from one command to the next and is never written to a disk.
  ///
  /// istiod mounts the Secret, whose name is istioctl's, and takes the API server in it for its own.
  var kubeconfigStep: Step {
    let create = Command([
      "istioctl", "create-remote-secret", "--context=\(config.context)", "--type=config",
      "--name=\(config.cluster.name)", "--server=\(config.cluster.apiServer)", "--namespace=\(system)",
      "--istioNamespace=\(system)", "--service-account=\(istiod)",
      // The operator made the account. If istioctl makes it first, Helm refuses to adopt it (sail-operator#202).
      "--create-service-account=false",
    ])
    let apply = Command.kubectl(in: host.context, "apply", "-f", "-")
    return Step(
      host.step(.discovery, "kubeconfig"), in: host.cluster.name, .discovery,
      "Let the control plane read and write \(config.cluster.name)",
      .run([Command(["sh", "-c", "\(create.shellLine) | \(apply.shellLine)"])]),
      after: [tokenStep.id, host.step(.namespaces)],
      gates: [
        Gate("the Secret `\(Self.kubeconfig)` exists", host.kubectl("get", "secret", Self.kubeconfig), timeout: 60)
      ])
  }

  var externalControlPlaneStep: Step {
    Step(
      host.step(.traffic), in: host.cluster.name, .traffic, "Install the control plane of \(config.cluster.name)",
      .apply([externalIstio]), after: [host.step(.exposure), kubeconfigStep.id],
      gates: [host.ready("the control plane is ready", "istios.sailoperator.io/\(revision)")],
      uses: gatewayAddressUses)
  }

  /// The cluster is ready when its control plane has read it and has patched its webhook.
  var servedStep: Step {
    Step(
      config.step(.traffic, "ready"), in: config.cluster.name, .traffic,
      "Wait until the control plane serves the cluster",
      .run([]), after: [externalControlPlaneStep.id],
      gates: [config.ready("the cluster is served", "istios.sailoperator.io/\(revision)", minutes: 10)])
  }
}
