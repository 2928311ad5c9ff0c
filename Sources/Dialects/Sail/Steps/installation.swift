internal import MeshModel
internal import MeshNames
internal import Planning

/// What brings a cluster's control plane up.
extension ClusterScope {
  var namespacesStep: Step {
    Step(
      step(.namespaces), in: cluster.name, .namespaces, "Make the namespaces, the control plane's with its network",
      .apply(namespaces))
  }

  /// One ceremony for all clusters: the root is theirs in common.
  static let ceremonyStep = Step(
    StepID(wholeMesh: .trust), in: nil, .trust,
    "Issue the certificates: the acts of certificates/plan.json, in their order", .certificates)

  /// istiod looks for `cacerts` once, when it starts; without it, it signs with a root of its own.
  ///
  /// The issued files, a key among them, must not lie in the output directory, which is committed: a variable says
  /// where they are. A Secret that exists is left as it is.
  var certificatesStep: Step {
    if case .externalSecrets(let store) = topology.certificateAuthority.delivery {
      return storedCertificatesStep(store)
    }
    let secret = kubectl("get", "secret", "cacerts")
    let create = kubectl("create", "secret", "generic", "cacerts").shellLine
    let files = ["ca-cert.pem", "ca-key.pem", "root-cert.pem", "cert-chain.pem"].map { "--from-file=\"$issued/\($0)\"" }
    let script = """
      \(secret.shellLine) || {
        issued="${ISSUED_CERTIFICATES:?name the folder that holds the issued certificates}/\(cluster.location)"
        \(create) \(files.joined(separator: " "))
      }
      """
    return Step(
      step(.trust), in: cluster.name, .trust, "Give istiod its intermediate CA, from the folder of issued certificates",
      .run([Command(["sh", "-c", script])]), after: [step(.namespaces), Self.ceremonyStep.id],
      gates: [Gate("the Secret `cacerts` exists", secret, timeout: 60)])
  }

  var operatorStep: Step {
    let kinds = ["istios", "istiocnis"] + (isAmbient ? ["ztunnels"] : [])
    let wait = Command.kubectl(in: context, "wait", "--for=condition=Established", "--timeout=5m").words
    let crds = Gate(
      "the operator's kinds are served", Command(wait + kinds.map { "crd/\($0).sailoperator.io" }), timeout: 300)
    guard let subscription = self.operator.subscription else {
      return Step(
        step(.operator), in: cluster.name, .operator, "See that the operator, which was installed before, is there",
        .run([]), gates: [crds])
    }
    return Step(
      step(.operator), in: cluster.name, .operator, "Install the operator",
      .apply(subscriptionResources(subscription)), after: [step(.namespaces)],
      gates: [installed(subscription), crds])
  }

  private func installed(_ subscription: Operator.Subscription) -> Gate {
    Gate(
      "OLM has installed the operator",
      .kubectl(
        in: context, "--namespace", subscription.namespace.description, "wait",
        "--for=jsonpath={.status.phase}=Succeeded", "clusterserviceversion",
        "--selector=\(subscription.csvLabel)", "--timeout=10m"),
      timeout: 600)
  }

  var controlPlaneStep: Step {
    Step(
      step(.controlPlane), in: cluster.name, .controlPlane,
      "Install the control plane and its \(isAmbient ? "data plane" : "CNI plug-in")",
      .apply([istioCNI] + (isAmbient ? [ztunnel] : []) + [istio] + (options.isRevisioned ? readerAccess : [])),
      after: [step(.trust), step(.operator)] + (gatewayAPIStep.map { [$0.id] } ?? []),
      gates: (isAmbient ? [ready("the proxies of the nodes are ready", "ztunnels.sailoperator.io/default")] : []) + [
        ready("the CNI plug-in is ready", "istiocnis.sailoperator.io/default"),
        ready("the control plane is ready", "istios.sailoperator.io/\(Self.controlPlaneName)"),
        Gate(
          "the account that the other clusters read with exists",
          kubectl("get", "serviceaccount", Self.readerAccount), timeout: 60),
      ])
  }

  /// A remote's part of the control plane.
  ///
  /// It cannot be ready before the primary has read the cluster, which needs the account that comes with it; so only
  /// that is waited for.
  var remoteControlPlaneStep: Step {
    guard let primary else { return controlPlaneStep }
    return Step(
      step(.controlPlane), in: cluster.name, .controlPlane,
      "Install the CNI plug-in and the way to the primary's control plane",
      .apply([istioCNI, istioRemote(of: primary)] + (options.isRevisioned ? readerAccess : [])),
      after: [step(.operator), primary.step(.exposure)],
      gates: [
        ready("the CNI plug-in is ready", "istiocnis.sailoperator.io/default"),
        Gate(
          "the account that the control plane reads with exists",
          kubectl("get", "serviceaccount", Self.readerAccount), timeout: 180),
      ],
      uses: primary.gatewayAddressBinding.map { [$0.name] } ?? [])
  }

  func ready(_ description: String, _ object: String, minutes: Int = 3) -> Gate {
    Gate(
      description, .kubectl(in: context, "wait", "--for=condition=Ready", object, "--timeout=\(minutes)m"),
      timeout: minutes * 60)
  }
}

extension Operator.Subscription {
  /// The label that OLM puts on everything that it installs for a subscription.
  var csvLabel: String { "operators.coreos.com/\(package).\(namespace)" }
}
