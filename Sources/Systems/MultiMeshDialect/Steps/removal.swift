internal import ManualDiscovery
internal import MeshModel
internal import MeshNames
internal import Planning
internal import SailOperator

/// Takes down what meshes share, and then the meshes: the control planes go before their namespaces, whose deletion would
/// hang on the operator's finalizers.
func removal(of meshes: [InstalledMesh]) -> [Removal] {
  let acts: [(InstalledMesh) -> Removal?] = [
    \.failoverRemoval, \.importsRemoval, \.exposureRemoval, \.gatewayRemoval, \.membersRemoval, \.controlPlaneRemoval,
    \.cniRemoval, \.namespacesRemoval, \.operatorRemoval,
  ]
  return acts.flatMap { act in meshes.compactMap(act) }
}

extension InstalledMesh {
  fileprivate var failoverRemoval: Removal? {
    failoverStep.map { _ in remove("Send requests to one's own endpoints again", [deleteFolder(of: .traffic)]) }
  }

  fileprivate var importsRemoval: Removal? {
    guard !imported.isEmpty else { return nil }
    let live = discovery.liveImportingEntries(of: mesh, partOf: id)?.removal ?? []
    return remove(
      "Take no more services of peers", live + [deleteFolder(of: .discovery), deleteFolder(of: .peers)])
  }

  fileprivate var exposureRemoval: Removal? {
    guard !exposed.isEmpty else { return nil }
    let live = discovery.liveExposingEntries(of: mesh, partOf: id)?.removal ?? []
    return remove("Close the gateway", live + [deleteFolder(of: .exposure)])
  }

  /// istiod removes what it has made from it.
  fileprivate var gatewayRemoval: Removal? {
    exposed.isEmpty ? nil : remove("Remove the gateway", [deleteFolder(of: .gateways)])
  }

  /// The namespaces stay: the applications are in them.
  fileprivate var membersRemoval: Removal? {
    guard !mesh.members.isEmpty else { return nil }
    let command = clusterCommand("label", "namespace").words + mesh.members.map(\.description)
    return remove(
      "Take the members out of the mesh",
      [
        Command(command + memberLabels.keys.sorted().map { "\($0)-" }),
        Step.forgetting(mesh.members, in: mesh.context),
      ])
  }

  fileprivate var controlPlaneRemoval: Removal? { remove("Remove the control plane", [delete(istio)]) }

  fileprivate var cniRemoval: Removal? {
    remove("Remove the CNI plug-in", [delete("istiocnis.sailoperator.io/default")])
  }

  fileprivate var namespacesRemoval: Removal? {
    let owned = self.operator.subscription.flatMap { $0.ownsNamespace ? $0 : nil }
    return remove(
      owned == nil ? "Remove the namespaces" : "Remove the operator and the namespaces",
      (owned?.removalCommands(in: cluster.name, context) ?? []) + [deleteFolder(of: .namespaces)])
  }

  fileprivate var operatorRemoval: Removal? {
    guard let subscription = self.operator.subscription, !subscription.ownsNamespace else { return nil }
    return remove("Remove the operator", subscription.removalCommands(in: cluster.name, context))
  }

  private func remove(_ description: String, _ commands: [Command]) -> Removal {
    Removal(cluster.name, description, commands)
  }

  private func delete(_ object: String) -> Command {
    clusterCommand("delete", "--ignore-not-found", object, "--timeout=5m")
  }

  private func deleteFolder(of phase: Phase) -> Command {
    clusterCommand("delete", "--ignore-not-found", "--filename", "clusters/\(cluster.name)/\(phase.folder)")
  }
}
