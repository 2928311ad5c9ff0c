internal import MeshModel
internal import MeshNames
internal import Planning

/// What joins the two clusters.
extension ExternalMesh {
  var remoteSteps: [Step] {
    steps(bringing: istiod, into: config)
  }

  /// Brings the way to the control plane into a cluster, and with it the account that the control plane reads with.
  func steps(bringing account: String, into member: any Installation) -> [Step] {
    let way = remoteIstiod(in: member)
    return member.install(
      way, withCNI: true,
      as: Step(
        member.step(.controlPlane), in: member.cluster.name, .controlPlane, "Install \(way.description)", .run([]),
        after: [member.step(.namespaces), member.prerequisiteStep.id, host.step(.gateways)],
        gates: [
          Gate(
            "the account that the control plane reads with exists",
            member.kubectl("get", "serviceaccount", account), timeout: 180,
            object: Gate.ObjectReference("v1", "ServiceAccount", account, in: system))
        ],
        uses: gatewayAddressUses))
  }

  var tokenStep: Step {
    Step(
      config.step(.discovery), in: config.cluster.name, .discovery,
      "Ask for the token that the control plane reads with",
      .apply([tokenRequest]), after: [config.step(.controlPlane)],
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
      // The installer made the account. If istioctl makes it first, Helm refuses to adopt it (sail-operator#202).
      "--create-service-account=false",
    ])
    let apply = Command.kubectl(in: host.context, "apply", "-f", "-")
    return Step(
      host.step(.discovery, "kubeconfig"), in: host.cluster.name, .discovery,
      "Let the control plane read and write \(config.cluster.name)",
      .run([Command(["sh", "-c", "\(create.shellLine) | \(apply.shellLine)"])]),
      after: [tokenStep.id, host.step(.namespaces)],
      gates: [
        Gate(
          "the Secret `\(Self.kubeconfig)` exists", host.kubectl("get", "secret", Self.kubeconfig), timeout: 60,
          object: Gate.ObjectReference("v1", "Secret", Self.kubeconfig, in: system))
      ])
  }

  var externalControlPlaneSteps: [Step] {
    host.install(
      externalIstiod, withCNI: false,
      as: Step(
        host.step(.traffic), in: host.cluster.name, .traffic, "Install \(externalIstiod.description)",
        .run([]), after: [host.step(.exposure), kubeconfigStep.id],
        gates: [host.readyGate(of: externalIstiod, "the control plane is ready", minutes: 3)],
        uses: gatewayAddressUses))
  }

  /// A cluster is ready when its control plane has read it and has patched its webhook.
  func servedStep(of member: any Installation) -> Step {
    Step(
      member.step(.traffic, "ready"), in: member.cluster.name, .traffic,
      "Wait until the control plane serves the cluster", .run([]),
      after: [host.step(.traffic)]
        + (member.cluster.role == .remote ? [member.step(.discovery, "remote-secret")] : []),
      gates: [member.readyGate(of: remoteIstiod(in: member), "the cluster is served", minutes: 10)])
  }
}
