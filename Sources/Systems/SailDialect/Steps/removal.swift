internal import Istio
internal import MeshModel
internal import MeshNames
package import Planning
internal import SailOperator

/// Takes away what the operator has installed while it still runs: it has to take its finalizers off, or its objects and
/// their namespaces hang.
extension SailInstallation {
  package var gatewayRemovalCommands: [Command] { [deleteFolder(of: .gateways)] }

  package var controlPlaneRemoval: Removal {
    let istio = istioRemoval("Remove the control plane", of: controlPlaneName)
    let tags = scope.options.tags.map { delete("istiorevisiontags.sailoperator.io/\($0)") }
    return remove(istio.description, tags + istio.commands + readerRemovalCommands)
  }

  func istioRemoval(_ description: String, of name: String) -> Removal {
    remove(description, [delete("istios.sailoperator.io/\(name)", "--timeout=5m")])
  }

  private var readerRemovalCommands: [Command] { scope.options.isRevisioned ? readerRoleRemovals : [] }

  /// What belongs to the whole cluster does not go with a namespace.
  var readerRoleRemovals: [Command] {
    let role = "istio-reader-clusterrole-\(system)"
    return [delete("clusterrole/\(role)", "clusterrolebinding/\(role)")]
  }

  package var ztunnelRemoval: Removal? {
    guard isAmbient else { return nil }
    return remove("Remove the proxies of the nodes", [delete("ztunnels.sailoperator.io/default", "--timeout=5m")])
  }

  package var cniRemoval: Removal? {
    remove("Remove the CNI plug-in", [delete("istiocnis.sailoperator.io/default", "--timeout=5m")])
  }

  package var prerequisiteRemoval: Removal? {
    guard let subscription = self.operator.subscription, !subscription.ownsNamespace else { return nil }
    return remove("Remove the operator", subscription.removalCommands(in: cluster.name, context))
  }

  package var namespacesRemoval: Removal? {
    let owned = self.operator.subscription.flatMap { $0.ownsNamespace ? $0 : nil }
    return remove(
      owned == nil ? "Remove the namespaces" : "Remove the operator and the namespaces",
      (owned?.removalCommands(in: cluster.name, context) ?? []) + [deleteFolder(of: .namespaces)])
  }
}
