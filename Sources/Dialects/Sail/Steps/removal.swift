internal import MeshModel
internal import MeshNames
internal import Planning

/// Takes the mesh down: what uses something before what it uses, in all clusters before the next thing in any, and
/// remotes before their primaries.
///
/// The control plane and the CNI plug-in are deleted before their namespaces, while the operator still runs: it has to
/// take its finalizers off them, or they and the namespaces hang. The operator's CustomResourceDefinitions stay:
/// deleting them would delete every VirtualService and policy that users have written.
func removal(of scopes: [ClusterScope]) -> [Removal] {
  let acts: [(ClusterScope) -> Removal?] = [
    \.sampleRemoval, \.applicationsRemoval, \.exposureRemoval, \.remoteSecretsRemoval, \.readerTokenRemoval,
    \.remoteControlPlaneRemoval,
    \.controlPlaneRemoval,
    \.ztunnelRemoval, \.cniRemoval, \.namespacesRemoval, \.operatorRemoval,
  ]
  return acts.flatMap { act in scopes.compactMap(act) }
}

extension ClusterScope {
  var sampleRemoval: Removal? {
    remove("Remove the sample workload", [delete("--filename", "verify/\(cluster.name)")])
  }

  fileprivate var exposureRemoval: Removal? {
    guard hasGateway else { return nil }
    return remove(
      "Close and remove the east-west gateway",
      (exposureStep == nil ? [] : [deleteFolder(of: .exposure)]) + [deleteFolder(of: .gateways)])
  }

  fileprivate var remoteSecretsRemoval: Removal? {
    // With a store of secrets they are owned by what the next act removes, and would only come back.
    guard topology.clusters.count > 1, isPrimary, !hasStore else { return nil }
    return remove(
      "Forget the other clusters",
      [delete("--namespace", system.description, "secret", "--selector=istio/multiCluster=true")])
  }

  fileprivate var readerTokenRemoval: Removal? {
    isRead || hasStore
      ? remove("Withdraw the token that other clusters read with", [deleteFolder(of: .discovery)]) : nil
  }

  fileprivate var remoteControlPlaneRemoval: Removal? { isPrimary ? nil : istioRemoval }

  fileprivate var controlPlaneRemoval: Removal? { isPrimary ? istioRemoval : nil }

  private var istioRemoval: Removal {
    let istio = istioRemoval("Remove the control plane", of: Self.controlPlaneName)
    return remove(istio.description, istio.commands + readerRemovalCommands)
  }

  func istioRemoval(_ description: String, of name: String) -> Removal {
    remove(description, [delete("istios.sailoperator.io/\(name)", "--timeout=5m")])
  }

  private var readerRemovalCommands: [Command] {
    guard options.isRevisioned else { return [] }
    let role = "istio-reader-clusterrole-\(system)"
    return [delete("clusterrole/\(role)", "clusterrolebinding/\(role)")]
  }

  fileprivate var ztunnelRemoval: Removal? {
    guard isAmbient else { return nil }
    return remove("Remove the proxies of the nodes", [delete("ztunnels.sailoperator.io/default", "--timeout=5m")])
  }

  var cniRemoval: Removal? {
    remove("Remove the CNI plug-in", [delete("istiocnis.sailoperator.io/default", "--timeout=5m")])
  }

  var operatorRemoval: Removal? {
    guard let subscription = self.operator.subscription, !subscription.ownsNamespace else { return nil }
    return remove("Remove the operator", operatorRemovalCommands(subscription))
  }

  var namespacesRemoval: Removal? {
    let owned = self.operator.subscription.flatMap { $0.ownsNamespace ? $0 : nil }
    return remove(
      owned == nil ? "Remove the namespaces" : "Remove the operator and the namespaces",
      (owned.map(operatorRemovalCommands) ?? []) + [deleteFolder(of: .namespaces)])
  }

  private func operatorRemovalCommands(_ subscription: Operator.Subscription) -> [Command] {
    [
      deleteFolder(of: .operator),
      delete(
        "--namespace", subscription.namespace.description, "clusterserviceversion",
        "--selector=\(subscription.csvLabel)"),
    ]
  }

  func remove(_ description: String, _ commands: [Command]) -> Removal {
    Removal(cluster.name, description, commands)
  }

  func deleteFolder(of phase: Phase) -> Command {
    delete("--filename", "clusters/\(cluster.name)/\(phase.folder)")
  }

  func delete(_ arguments: String...) -> Command {
    Command(Command.kubectl(in: context, "delete", "--ignore-not-found").words + arguments)
  }
}
