internal import Istio
internal import MeshNames
internal import Planning

extension ExternalMesh {
  /// What uses something before what it uses.
  ///
  /// The webhooks that lead to the control plane go before it, and the host's own control plane goes last; all of them
  /// before their namespaces, whose deletion would hang on the operator's finalizers.
  var removal: [Removal] {
    let uses = [config.scope.sampleRemoval, exposureRemoval, kubeconfigRemoval, tokenRemoval].compactMap { $0 }
    let rest: [(SailInstallation) -> Removal?] = [\.cniRemoval, \.namespacesRemoval, \.prerequisiteRemoval]
    return uses + controlPlaneRemovals + rest.flatMap { act in clusters.compactMap(act) }
  }

  private var controlPlaneRemovals: [Removal] {
    [
      config.istioRemoval("Remove the way to the control plane", of: revision),
      host.istioRemoval("Remove the control plane of the mesh", of: revision),
      host.istioRemoval("Remove the host's own control plane", of: IstioOptions.standardRevision),
    ]
  }

  private var exposureRemoval: Removal {
    host.remove(
      "Close and remove the gateway", [host.deleteFolder(of: .exposure), host.deleteFolder(of: .gateways)])
  }

  private var kubeconfigRemoval: Removal {
    host.remove(
      "Forget the cluster of the mesh",
      [host.delete("--namespace", system.description, "secret", Self.kubeconfig)])
  }

  private var tokenRemoval: Removal {
    config.remove("Withdraw the token that the control plane reads with", [config.deleteFolder(of: .discovery)])
  }
}
