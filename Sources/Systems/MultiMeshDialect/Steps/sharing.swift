internal import Istio
internal import ManualDiscovery
internal import MeshModel
internal import MeshNames
internal import Planning
internal import SailOperator

/// What makes the services of a cluster known to its peers, and theirs to it.
extension InstalledMesh {
  /// The gateway that peers come in by; `nil` where nobody takes anything.
  var gatewayStep: Step? {
    guard !exposed.isEmpty else { return nil }
    let wait = gatewayCommand("wait", "--timeout=5m").words
    return Step(
      step(.gateways), in: cluster.name, .gateways, "Start the gateway that peers come in by",
      .apply([discovery.eastWestGateway(of: mesh, labels: gatewayLabels)]), after: [handOverStep?.id ?? meshStepID],
      gates: [
        Gate(
          "the gateway runs",
          Command(wait + ["--for=condition=Available", "deployment/\(ManualDiscovery.gatewayWorkload)"]), timeout: 300),
        Gate(
          "the gateway has an address",
          Command(
            wait + [
              "--for=condition=Programmed", "gateways.gateway.networking.k8s.io/\(ManualDiscovery.gatewayName)",
            ]), timeout: 300),
        Gate(
          "the gateway is this control plane's",
          gatewayCommand(
            "wait", "--timeout=5m",
            "--for=jsonpath={.spec.template.metadata.annotations.istio\\.io/rev}=\(options.sail.istio.revision)",
            "deployment/\(ManualDiscovery.gatewayWorkload)"), timeout: 300),
      ], binds: bindings.map(\.name))
  }

  /// The namespace has none: it could bind the pods of others.
  private var gatewayLabels: [String: String] {
    options.sail.istio.isRevisioned ? ["istio.io/rev": revision] : [:]
  }

  /// A command of kubectl in the namespace of the gateway.
  func gatewayCommand(_ arguments: String...) -> Command {
    Command(Command.kubectl(in: context, "--namespace", ManualDiscovery.gatewayNamespace).words + arguments)
  }

  /// Where peers' gateways are.
  var remoteGatewaysStep: Step? {
    let exporters = discovery.exporters(to: mesh.name)
    guard !exporters.isEmpty else { return nil }
    let bindings = exporters.flatMap(\.gatewayBindings)
    return Step(
      step(.peers), in: cluster.name, .peers, "Tell the control plane where its peers' gateways are",
      .apply(discovery.remoteGateways(of: mesh)),
      after: [meshStepID] + exporters.filter { !$0.gatewayBindings.isEmpty }.map { StepID($0.cluster, .gateways) },
      uses: bindings.map(\.name))
  }

  /// Open the gateway for what peers take, as far as it is written down, and for the rest.
  var exposureSteps: [Step] {
    guard !exposed.isEmpty else { return [] }
    let open = Step(
      step(.exposure), in: cluster.name, .exposure, "Open the gateway for the services that peers take",
      .apply([discovery.exposingGateway(of: mesh)] + discovery.exposingEntries(of: mesh)), after: [step(.gateways)])
    guard let live = discovery.liveExposingEntries(of: mesh, partOf: id) else { return [open] }
    return [
      open,
      Step(
        step(.exposure, "services"), in: cluster.name, .exposure,
        "Give services the names that peers know them by, as the Services say what they are", .run(live.commands),
        after: [step(.exposure)], files: live.files),
    ]
  }

  /// Give the names of peers' services to clients.
  func discoverySteps(among meshes: [InstalledMesh]) -> [Step] {
    guard !imported.isEmpty else { return [] }
    let exporters = Set(discovery.exporters(to: mesh.name).map(\.name))
    let exposures = meshes.filter { exporters.contains($0.mesh.name) }.compactMap(\.exposureSteps.last?.id)
    let take = Step(
      step(.discovery), in: cluster.name, .discovery, "Take peers' services in",
      .apply(discovery.importingEntries(of: mesh) + discovery.importingWorkloads(of: mesh)),
      after: [step(.peers)] + exposures)
    guard let live = discovery.liveImportingEntries(of: mesh, partOf: id) else { return [take] }
    return [
      take,
      Step(
        step(.discovery, "services"), in: cluster.name, .discovery,
        "Give peers' services their names, as the Services say what they are", .run(live.commands),
        after: [step(.discovery)], files: live.files),
    ]
  }

  var failoverStep: Step? {
    let failovers = discovery.failovers(of: mesh)
    guard !failovers.isEmpty else { return nil }
    return Step(
      step(.traffic), in: cluster.name, .traffic, "Send requests to peers when one's own endpoints fail",
      .apply(failovers), after: [step(.discovery)])
  }
}
