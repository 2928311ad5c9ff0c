internal import LegacyIstio
internal import MeshModel
internal import MeshNames
internal import Planning

/// Takes the mesh down: what uses something before what it uses, and remotes before the control plane.
func removal(of clusters: [LegacyCluster]) -> [Removal] {
  let acts: [(LegacyCluster) -> Removal?] = [
    \.sampleRemoval, \.servicesRemoval, \.remoteSecretRemoval, \.remoteRemoval, \.exposureRemoval,
    \.controlPlaneRemoval, \.applicationsRemoval, \.namespaceRemoval,
  ]
  return acts.flatMap { act in clusters.compactMap(act) }
}

extension LegacyCluster {
  fileprivate var sampleRemoval: Removal? {
    remove("Remove the sample workload", [delete("--filename", "verify/\(name)")])
  }

  fileprivate var servicesRemoval: Removal? {
    servicesStep.map { _ in
      remove("Forget other clusters' services", [delete("--filename", path(Phase.traffic.folder))])
    }
  }

  /// Pilot forgets a cluster when its Secret is deleted.
  fileprivate var remoteSecretRemoval: Removal? {
    guard !isPrimary else { return nil }
    let secret = main.kubectl("delete", "--ignore-not-found", "secret", name.description)
    return remove(
      "Have the control plane forget the cluster", [secret, delete("--filename", path(Phase.discovery.folder))])
  }

  fileprivate var remoteRemoval: Removal? {
    isPrimary
      ? nil
      : remove(
        "Remove what a remote cluster has of Istio",
        [delete("--filename", path(Phase.controlPlane.folder)), deleteChart(of: remoteChartStep)])
  }

  fileprivate var exposureRemoval: Removal? {
    guard isPrimary, exposure != .pods else { return nil }
    return remove(
      "Close the way to the control plane",
      [delete("--filename", path((exposure == .gateway ? Phase.exposure : .gateways).folder))])
  }

  fileprivate var controlPlaneRemoval: Removal? {
    isPrimary ? remove("Remove the control plane", [deleteChart(of: controlPlaneStep)]) : nil
  }

  fileprivate var applicationsRemoval: Removal? {
    let names = injectedNamespaces.map(\.description).sorted()
    guard !names.isEmpty else { return nil }
    return remove(
      "Take the application namespaces out of the mesh",
      [Command(Command.kubectl(in: context, "label", "namespace").words + names + ["istio-injection-"])])
  }

  fileprivate var namespaceRemoval: Removal? {
    remove("Remove the control plane's namespace", [delete("namespace/\(system)")])
  }

  /// Renders the chart as the step did, and deletes what comes out.
  private func deleteChart(of step: Step) -> Command {
    guard case .run(let commands) = step.action, let script = commands.first?.words.last else { return Command([]) }
    return Command(["sh", "-c", script.replacing(" apply -f -", with: " delete --ignore-not-found --filename -")])
  }

  private func remove(_ description: String, _ commands: [Command]) -> Removal {
    Removal(name, description, commands)
  }

  private func delete(_ arguments: String...) -> Command {
    Command(Command.kubectl(in: context, "delete", "--ignore-not-found").words + arguments)
  }
}
