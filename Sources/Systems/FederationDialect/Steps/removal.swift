internal import ManualDiscovery
internal import MeshNames
internal import Planning

/// Takes the federation down, and then the meshes: what is shared, who it is shared with, and the gateways in between.
func removal(of clusters: [FederatedCluster]) -> [Removal] {
  let acts: [(FederatedCluster) -> Removal?] = [
    \.failoverRemoval, \.importsRemoval, \.exportsRemoval, \.eastWestRemoval, \.peersRemoval, \.gatewaysRemoval,
    \.rootsRemoval,
    \.membersRemoval, \.controlPlanesRemoval, \.operatorRemoval, \.namespacesRemoval,
  ]
  return acts.flatMap { act in clusters.compactMap(act) }
}

extension FederatedCluster {
  fileprivate var failoverRemoval: Removal? {
    failoverStep.map { _ in removal("Send requests to one's own endpoints again", [deleteFolder(of: .traffic)]) }
  }

  fileprivate var importsRemoval: Removal? {
    guard !importing.isEmpty else { return nil }
    return removal(
      "Take no more services of peers", liveDiscoveries.flatMap(\.removal) + [deleteFolder(of: .discovery)])
  }

  fileprivate var exportsRemoval: Removal? {
    guard !exporting.isEmpty else { return nil }
    return removal("Let peers have no more services", liveExposures.flatMap(\.removal) + [deleteFolder(of: .exposure)])
  }

  fileprivate var eastWestRemoval: Removal? {
    eastWestGateways.isEmpty
      ? nil : removal("Remove the gateways by which peers come in without federation", [deleteFolder(of: .gateways)])
  }

  fileprivate var peersRemoval: Removal? {
    peerings.isEmpty ? nil : removal("Part the meshes, on both sides", [deleteFolder(of: .peers)])
  }

  fileprivate var gatewaysRemoval: Removal? {
    let commands = meshes.filter { !peerings(of: $0).isEmpty }.map(\.gatewaysRemoval)
    return commands.isEmpty
      ? nil : removal("Take away the gateways for peers; whoever keeps the meshes stops behind the next act", commands)
  }

  /// istiod keeps a peer's root certificate until it starts anew.
  fileprivate var rootsRemoval: Removal? {
    let commands = meshes.filter { !peerings(of: $0).isEmpty }.map {
      $0.kubectl("rollout", "restart", "deployment/istiod-\($0.name)")
    }
    return commands.isEmpty ? nil : removal("Have the control planes forget their peers' root certificates", commands)
  }

  fileprivate var membersRemoval: Removal? {
    removal(
      "Take the members out of the meshes",
      [deleteFolder(of: .members)]
        + meshes.filter { !$0.members.isEmpty }.map { Step.forgetting($0.members, in: context) })
  }

  fileprivate var controlPlanesRemoval: Removal? {
    removal("Remove the control planes", [deleteFolder(of: .controlPlane)])
  }

  /// It takes the finalizers off control planes, so it goes after them.
  fileprivate var operatorRemoval: Removal? {
    guard !isPreinstalled else { return nil }
    let version = Command.kubectl(
      in: context, "--namespace", Self.operatorNamespace, "delete", "--ignore-not-found", "clusterserviceversion",
      "--selector=operators.coreos.com/\(Self.operatorPackage).\(Self.operatorNamespace)")
    return removal("Remove the operator", [deleteFolder(of: .operator), version])
  }

  /// Those of members stay: the applications are in them.
  fileprivate var namespacesRemoval: Removal? {
    let names = (meshes.map(\.namespace) + gatewayNamespaces).map { "namespace/\($0)" }
    return removal(
      "Remove the namespaces of the control planes\(gatewayNamespaces.isEmpty ? "" : " and of the gateways")",
      [Command(Command.kubectl(in: context, "delete", "--ignore-not-found").words + names)])
  }

  private func removal(_ description: String, _ commands: [Command]) -> Removal {
    Removal(name, description, commands)
  }

  private func deleteFolder(of phase: Phase) -> Command {
    .kubectl(
      in: context, "delete", "--ignore-not-found", "--timeout=5m", "--filename", "clusters/\(name)/\(phase.folder)")
  }
}
