internal import MeshModel
internal import MeshNames
internal import PeerMeshes
internal import Planning

/// What brings the meshes of a cluster up, each by itself.
extension FederatedCluster {
  var namespacesStep: Step {
    Step(
      step(.namespaces), in: name, .namespaces, "Make the namespaces of control planes and members", .apply(namespaces))
  }

  var operatorStep: Step {
    let kinds = [
      "servicemeshcontrolplanes.maistra.io", "servicemeshmemberrolls.maistra.io",
      "servicemeshpeers.federation.maistra.io", "exportedservicesets.federation.maistra.io",
      "importedservicesets.federation.maistra.io",
    ]
    let wait = Command.kubectl(in: context, "wait", "--for=condition=Established", "--timeout=5m").words
    let served = Gate(
      "the operator's kinds are served", Command(wait + kinds.map { "crd/\($0)" }), timeout: 300,
      object: .init("apiextensions.k8s.io/v1", "CustomResourceDefinition", kinds[0]))
    return isPreinstalled
      ? Step(
        step(.operator), in: name, .operator, "See that the operator, which was installed before, is there", .run([]),
        gates: [served, operatorRuns])
      : Step(
        step(.operator), in: name, .operator, "Install the operator", .apply(subscription),
        after: [step(.namespaces)], gates: [served, operatorRuns])
  }

  /// Its webhooks must answer before the first object of its kinds is made.
  private var operatorRuns: Gate {
    Gate(
      "the operator runs",
      .kubectl(
        in: context, "--namespace", Self.operatorNamespace, "wait", "--for=condition=Available",
        "deployment/istio-operator", "--timeout=10m"),
      timeout: 600)
  }

  /// A control plane that starts without the Secret signs with a root of its own making.
  var trustStep: Step? {
    let given = meshes.filter { $0.certificates.issuedFolder != nil }
    guard !given.isEmpty else { return nil }
    return Step(
      step(.trust), in: name, .trust, "Give the control planes their CAs, from the folder of issued certificates",
      .run(given.compactMap { $0.certificates.secretCreation($0.kubectl) }),
      after: [step(.namespaces)] + ceremonySteps.map(\.id),
      gates: given.map { mesh in
        Gate("\(mesh.name) has the Secret `cacerts`", mesh.kubectl("get", "secret", "cacerts"), timeout: 60)
      })
  }

  /// One ceremony for each root: they have nothing to do with each other.
  var ceremonySteps: [Step] {
    meshes.compactMap { mesh in mesh.certificates.ceremony(binds: rootBinding(of: mesh).map { [$0] } ?? []) }
  }

  /// What its peers are to know a mesh's root by, if it has any.
  private func rootBinding(of mesh: CheckedMesh) -> String? {
    peerings(of: mesh).isEmpty ? nil : mesh.rootBinding?.name
  }

  func controlPlaneStep(among clusters: [FederatedCluster]) -> Step {
    Step(
      step(.controlPlane), in: name, .controlPlane, "Install the control planes and their gateways",
      .apply(meshes.map(controlPlane)),
      after: [step(.namespaces)] + (trustStep.map { [$0.id] } ?? []) + [step(.operator)]
        + endSteps(among: clusters),
      gates: meshes.map { mesh in
        Gate(
          "the control plane of \(mesh.name) is ready",
          mesh.kubectl(
            "wait", "--for=condition=Ready", "servicemeshcontrolplanes.maistra.io/\(mesh.name)", "--timeout=10m"),
          timeout: 600)
      } + preparedGates,
      binds: meshes.filter { !$0.certificates.isPlanned }.compactMap(rootBinding))
  }

  var membersStep: Step {
    Step(
      step(.members), in: name, .members, "Take the members into the meshes",
      .apply(meshes.map { $0.memberRoll(with: gatewayNamespaces(of: $0)) }),
      after: [step(.controlPlane)],
      gates: meshes.map { mesh in
        Gate(
          "the members of \(mesh.name) are in",
          mesh.kubectl("wait", "--for=condition=Ready", "servicemeshmemberrolls.maistra.io/default", "--timeout=5m"),
          timeout: 300)
      })
  }

  /// Bring the members' proxies up to date: the operator restarts nobody.
  var renewalSteps: [Step] {
    meshes.compactMap { mesh in
      .restart(
        mesh.members,
        with: ProxyStart(
          [
            "OpenShift Service Mesh \(release)", "mesh \(mesh.name)", "network \(mesh.network)",
            "trust domain \(mesh.trustDomain)",
          ] + mesh.clusterDomain.proxyStart), as: step(.members, "restart-\(mesh.name)"), in: name, context, .members,
        after: [step(.members)])
    }
  }

  /// The gateways come with the control plane, and their addresses from whoever balances loads.
  var gatewaysStep: Step? {
    let awaited = isFederating ? loadBalanced : []
    guard !awaited.isEmpty || !eastWestGateways.isEmpty else { return nil }
    return Step(
      step(.gateways), in: name, .gateways,
      eastWestGateways.isEmpty
        ? "See that the gateways for peers have addresses, and that the names of those that have one lead there"
        : "Make the gateways by which peers come in without federation",
      eastWestGateways.isEmpty ? .run([]) : .apply(eastWestGateways), after: [step(.members)],
      gates: awaited.map(\.addressGate) + eastWestGates,
      binds: awaited.compactMap(\.ingress.addressBinding?.name) + gatewayBindings.map(\.name))
  }

  /// The step behind which the cluster's meshes can be reached.
  var reachableStep: StepID { gatewaysStep?.id ?? step(.members) }

  /// What is known only when the cluster's meshes are there, of those that have peers.
  var bindings: [Binding] {
    meshes.filter { !peerings(of: $0).isEmpty }.compactMap(\.rootBinding)
      + (isFederating ? loadBalanced.compactMap(\.ingress.addressBinding) : [])
  }
}

extension Peering {
  fileprivate var addressGate: Gate {
    let read = mesh.kubectl("get", "service", ingress.name, Command.loadBalancerOutput)
    return Gate(
      "\(mesh.name)'s gateway for \(peer.name) has an address",
      Command(["sh", "-c", "test -n \"$(\(read.shellLine))\""]), timeout: 600)
  }
}
