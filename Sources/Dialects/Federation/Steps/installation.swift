internal import MeshModel
internal import MeshNames
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
  ///
  /// A variable says where the files are, since a key is among them and the output is committed. A Secret that exists is
  /// left as it is.
  var trustStep: Step? {
    let plugged = meshes.filter { $0.issuedFolder != nil }
    guard !plugged.isEmpty else { return nil }
    return Step(
      step(.trust), in: name, .trust, "Give the control planes their CAs, from the folder of issued certificates",
      .run(plugged.map(\.secretCreation)), after: [step(.namespaces)] + ceremonySteps.map(\.id),
      gates: plugged.map { mesh in
        Gate("\(mesh.name) has the Secret `cacerts`", mesh.kubectl("get", "secret", "cacerts"), timeout: 60)
      })
  }

  /// One ceremony for each root: they have nothing to do with each other.
  var ceremonySteps: [Step] {
    meshes.filter(\.authority.isPlanned).map { mesh in
      .ceremony(mesh.certificatesFolder, mesh.name.description, binds: rootBinding(of: mesh).map { [$0] } ?? [])
    }
  }

  /// What its peers are to know a mesh's root by, if it has any.
  private func rootBinding(of mesh: CheckedMesh) -> String? {
    peerings(of: mesh).isEmpty ? nil : mesh.rootBinding?.name
  }

  var controlPlaneStep: Step {
    Step(
      step(.controlPlane), in: name, .controlPlane, "Install the control planes and their gateways",
      .apply(meshes.map(controlPlane)),
      after: [step(.namespaces)] + (trustStep.map { [$0.id] } ?? []) + [step(.operator)],
      gates: meshes.map { mesh in
        Gate(
          "the control plane of \(mesh.name) is ready",
          mesh.kubectl(
            "wait", "--for=condition=Ready", "servicemeshcontrolplanes.maistra.io/\(mesh.name)", "--timeout=10m"),
          timeout: 600)
      },
      binds: meshes.filter { !$0.authority.isPlanned }.compactMap(rootBinding))
  }

  var membersStep: Step {
    Step(
      step(.members), in: name, .members, "Take the members into the meshes", .apply(meshes.map(\.memberRoll)),
      after: [step(.controlPlane)],
      gates: meshes.map { mesh in
        Gate(
          "the members of \(mesh.name) are in",
          mesh.kubectl("wait", "--for=condition=Ready", "servicemeshmemberrolls.maistra.io/default", "--timeout=5m"),
          timeout: 300)
      })
  }

  /// The gateways come with the control plane, and their addresses from whoever balances loads.
  var gatewaysStep: Step? {
    guard !loadBalanced.isEmpty else { return nil }
    return Step(
      step(.gateways), in: name, .gateways,
      "See that the gateways for peers have addresses, and that the names of those that have one lead there", .run([]),
      after: [step(.members)],
      gates: loadBalanced.map { peering in
        let read = peering.mesh.kubectl("get", "service", peering.ingress.name, Command.loadBalancerOutput)
        return Gate(
          "\(peering.mesh.name)'s gateway for \(peering.peer.name) has an address",
          Command(["sh", "-c", "test -n \"$(\(read.shellLine))\""]), timeout: 600)
      },
      binds: loadBalanced.compactMap(\.ingress.addressBinding?.name))
  }

  /// The step behind which the cluster's meshes can be reached.
  var reachableStep: StepID { gatewaysStep?.id ?? step(.members) }

  /// What is known only when the cluster's meshes are there, of those that have peers.
  var bindings: [Binding] {
    meshes.filter { !peerings(of: $0).isEmpty }.compactMap(\.rootBinding)
      + loadBalanced.compactMap(\.ingress.addressBinding)
  }
}

extension CheckedMesh {
  /// The four files have the names that istiod looks for (istio.io, "Plug in CA Certificates").
  fileprivate var secretCreation: Command {
    let files = ["ca-cert.pem", "ca-key.pem", "root-cert.pem", "cert-chain.pem"].map { "--from-file=\"$issued/\($0)\"" }
    let script = """
      \(kubectl("get", "secret", "cacerts").shellLine) || {
        issued="\(issuedFolder ?? "")"
        \(kubectl("create", "secret", "generic", "cacerts").shellLine) \(files.joined(separator: " "))
      }
      """
    return Command(["sh", "-c", script])
  }
}
