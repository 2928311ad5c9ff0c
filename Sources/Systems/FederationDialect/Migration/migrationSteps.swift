internal import ManualDiscovery
internal import MeshModel
internal import MeshNames
internal import Planning

/// What is done on the way to OpenShift Service Mesh 3, and what must be true before going on.
extension FederatedCluster {
  /// From OpenShift 4.19 on, Gateway API is the platform's.
  var gatewayAPIStep: Step? {
    guard isMigrating else { return nil }
    return Step(
      step(.operator, "gateway-api"), in: name, .operator, "See that the cluster serves Gateway API", .run([]),
      gates: [
        Gate(
          "the kinds of Gateway API are served",
          .kubectl(
            in: context, "wait", "--for=condition=Established", "crd/gateways.gateway.networking.k8s.io",
            "--timeout=1m"),
          timeout: 60)
      ])
  }

  /// That a gateway is programmed means that it has an address, too.
  var eastWestGates: [Gate] {
    exposing.flatMap { mesh in
      gatewayNamespaces.flatMap { namespace in
        [
          Gate(
            "the east-west gateway of \(mesh.name) has an address",
            mesh.kubectl(
              in: namespace, "wait", "--for=condition=Programmed",
              "gateways.gateway.networking.k8s.io/\(ManualDiscovery.gatewayName)", "--timeout=10m"),
            timeout: 600),
          Gate(
            "the east-west gateway of \(mesh.name) runs",
            mesh.kubectl(
              in: namespace, "rollout", "status", "deployment/\(ManualDiscovery.gatewayWorkload)", "--timeout=10m"),
            timeout: 600),
        ]
      }
    }
  }

  /// Whether the gateways of peers are reached from here, before anyone depends on it.
  ///
  /// Federation's own gateways are asked, whose pods are there as long as meshes federate.
  var remoteGates: [Gate] {
    guard isFederating else { return [] }
    return taking.flatMap { mesh in
      (services?.all.exporters(to: mesh.name) ?? []).map { peer in
        Gate(
          "\(mesh.name) reaches the east-west gateway of \(peer.name)", connection(from: mesh, to: peer), timeout: 600)
      }
    }
  }

  private func connection(from mesh: DiscoveryMesh, to peer: DiscoveryMesh) -> Command {
    let connect = "exec 3<>/dev/tcp/$address/\(ManualDiscovery.gatewayPort)"
    let ask = mesh.kubectl(
      in: mesh.namespace, "exec", "deployment/egress-\(peer.name)", "--", "timeout", "5", "bash", "-c")
    let read = peer.gatewayBindings.first?.read.shellLine
    let address = peer.gateway.address?.description ?? read.map { "$(\($0))" } ?? ""
    return Command(["sh", "-c", "address=\(address) && test -n \"$address\" && \(ask.shellLine) \"\(connect)\""])
  }

  /// Names for peers of services whose ports or pods the topology does not say.
  var liveExposureStep: Step? {
    let live = liveExposures
    guard !live.isEmpty else { return nil }
    return Step(
      step(.exposure, "live"), in: name, .exposure, "Give services names for peers, by what the Services say",
      .run(live.flatMap(\.commands)), after: [step(.exposure)], files: live.flatMap(\.files))
  }

  var liveExposures: [LiveEntries] {
    exposing.compactMap { mesh in services.flatMap { $0.all.liveExposingEntries(of: mesh, partOf: $0.mesh) } }
  }

  /// Names of peers' services whose ports the topology does not say.
  var liveDiscoveryStep: Step? {
    let live = liveDiscoveries
    guard !live.isEmpty else { return nil }
    return Step(
      step(.discovery, "live"), in: name, .discovery, "Give peers' services names, by what the Services say",
      .run(live.flatMap(\.commands)), after: [step(.discovery)], files: live.flatMap(\.files))
  }

  var liveDiscoveries: [LiveEntries] {
    discovering.compactMap { mesh in
      services.flatMap { $0.manual.liveImportingEntries(of: mesh, partOf: $0.mesh) }
    }
  }

  /// While federation knows a name, too, a proxy may not be told of what is written down before it starts anew
  /// (openshift-service-mesh/sail-operator, docs/ossm/ossm2-migration/federation).
  var restartStep: Step? {
    guard stage == .services, !discovering.isEmpty else { return nil }
    let clients = discovering.flatMap { mesh in mesh.members.map { ClientNamespace(mesh: mesh, name: $0) } }
    return Step(
      step(.discovery, "clients"), in: name, .discovery, "Start clients of peers' services anew",
      .run(clients.map(\.restart)), after: [step(.discovery), liveDiscoveryStep?.id].compactMap { $0 },
      gates: clients.map(\.hasRestarted) + reachGates)
  }

  /// Every proxy knows every service without federation.
  var reachGates: [Gate] {
    discovering.map { mesh in
      let hosts = (services?.manual.imported(into: mesh.name) ?? []).map(\.host)
      return Gate(
        "every proxy of \(mesh.name) reaches \(hosts.joined(separator: ", ")) by gateways of peers",
        Reach(mesh: mesh, hosts: hosts).command, timeout: 600)
    }
  }
}

extension FederatedCluster {
  /// The same as checks, for as long as the stage lasts.
  var reachChecks: [PlannedVerification.Check] {
    reachGates.map { gate in
      .init(gate.description, Command(["sh", "-c", "\(gate.command.shellLine) && echo reached"]), answers: ["reached"])
    }
  }
}

/// A namespace in which services of peers have clients.
private struct ClientNamespace {
  let mesh: DiscoveryMesh
  let name: NamespaceName

  private func each(_ act: String) -> Command {
    let list = mesh.kubectl(in: name, "get", "deployments,statefulsets,daemonsets", "--output=name")
    let rollout = mesh.kubectl(in: name, "rollout")
    let script = """
      workloads=$(\(list.shellLine)) || exit 1
      for workload in $workloads; do \(rollout.shellLine) \(act) || exit 1; done
      """
    return Command(["sh", "-c", script])
  }

  /// A few pods at a time, as each workload says.
  var restart: Command { each(#"restart "$workload""#) }

  var hasRestarted: Gate {
    Gate("all pods in \(name) of \(mesh.name) are new ones", each(#"status "$workload" --timeout=10m"#), timeout: 1800)
  }
}
