internal import MeshModel
internal import MeshNames
package import Planning

extension Plan {
  /// Takes the mesh down: what uses something before what it uses, in all clusters before the next thing in any, and
  /// remotes before their primaries.
  ///
  /// What an installer has installed is taken down before its namespaces, which would take with them what it needs for that.
  /// CustomResourceDefinitions stay: deleting them would delete every VirtualService and policy that users have written.
  static func removal(of installations: [any Installation]) -> [Removal] {
    let acts: [(any Installation) -> Removal?] = [
      \.scope.sampleRemoval, \.scope.anchorsRemoval, \.scope.applicationsRemoval, \.exposureRemoval,
      \.scope.remoteSecretsRemoval,
      \.scope.readerTokenRemoval,
      { $0.scope.isPrimary ? nil : $0.controlPlaneRemoval }, { $0.scope.isPrimary ? $0.controlPlaneRemoval : nil },
      \.ztunnelRemoval, \.cniRemoval, \.namespacesRemoval, \.prerequisiteRemoval,
    ]
    return acts.flatMap { act in installations.compactMap(act) }
  }
}

extension Installation {
  fileprivate var exposureRemoval: Removal? { scope.exposureRemoval(gatewayRemovalCommands) }

  package func remove(_ description: String, _ commands: [Command]) -> Removal { scope.remove(description, commands) }
  package func delete(_ arguments: String...) -> Command { scope.delete(arguments) }
  package func deleteFolder(of phase: Phase) -> Command { scope.deleteFolder(of: phase) }
}

extension ClusterScope {
  package var sampleRemoval: Removal? {
    remove("Remove the sample workload", [delete(["--filename", "verify/\(cluster.name)"])])
  }

  package var remoteSecretsRemoval: Removal? {
    // Where nobody handed them over, they go with what the next act removes, or would only come back.
    guard topology.clusters.count > 1, isPrimary, !hasStore, !hasPlugin else { return nil }
    return remove(
      "Forget the other clusters",
      [delete(["--namespace", system.description, "secret", "--selector=\(remoteSecretSelector)"])])
  }

  fileprivate var readerTokenRemoval: Removal? {
    guard isRead || hasStore || hasPlugin else { return nil }
    return remove(
      hasPlugin ? "Forget the other clusters" : "Withdraw the token that other clusters read with",
      [deleteFolder(of: .discovery)])
  }

  /// Closes the gateway, and takes it down with these commands; `nil` where there is none.
  package func exposureRemoval(_ commands: [Command]) -> Removal? {
    guard hasGateway else { return nil }
    return remove(
      "Close and remove the east-west gateway", (exposureStep == nil ? [] : [deleteFolder(of: .exposure)]) + commands)
  }

  package func remove(_ description: String, _ commands: [Command]) -> Removal {
    Removal(cluster.name, description, commands)
  }

  package func deleteFolder(of phase: Phase) -> Command {
    delete(["--filename", "clusters/\(cluster.name)/\(phase.folder)"])
  }

  package func delete(_ arguments: [String]) -> Command {
    Command(Command.kubectl(in: context, "delete", "--ignore-not-found").words + arguments)
  }
}
