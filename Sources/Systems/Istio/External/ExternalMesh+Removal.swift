internal import MeshNames
internal import Planning

extension ExternalMesh {
  /// What uses something before what it uses.
  ///
  /// The webhooks that lead to the control plane go before it, and the host's own control plane goes last; all of them
  /// before their namespaces, whose deletion would hang on the operator's finalizers.
  var removal: [Removal] {
    let workloads = members.compactMap(\.scope.sampleRemoval) + members.compactMap(applicationsRemoval)
    let uses = workloads + [exposureRemoval, kubeconfigRemoval] + members.map(tokenRemoval)
    let rest: [(any Installation) -> Removal?] = [\.cniRemoval, \.namespacesRemoval, \.prerequisiteRemoval]
    return uses + controlPlaneRemovals + rest.flatMap { act in clusters.compactMap(act) }
  }

  private var controlPlaneRemovals: [Removal] {
    members.reversed().map { $0.removal(of: remoteIstiod(in: $0), "Remove the way to the control plane") } + [
      host.removal(of: externalIstiod, "Remove the control plane of the mesh"),
      host.removal(of: hostIstiod, "Remove the host's own control plane"),
    ]
  }

  private var exposureRemoval: Removal {
    host.remove(
      "Close and remove the gateway", [host.deleteFolder(of: .exposure), host.deleteFolder(of: .gateways)])
  }

  private var kubeconfigRemoval: Removal {
    let secret = { (arguments: String...) in
      host.scope.delete(["--namespace", system.description, "secret"] + arguments)
    }
    return host.remove(
      "Forget the clusters of the mesh",
      [secret(Self.kubeconfig)] + (data.isEmpty ? [] : [secret("--selector=istio/multiCluster=true")]))
  }

  private func applicationsRemoval(of member: any Installation) -> Removal? {
    member.scope.applicationsRemoval(labels: meshLabels)
  }

  private func tokenRemoval(of member: any Installation) -> Removal {
    member.remove("Withdraw the token that the control plane reads with", [member.deleteFolder(of: .discovery)])
  }
}
