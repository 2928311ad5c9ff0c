internal import LegacyIstio
internal import MeshModel
internal import MeshNames
internal import Planning

/// Takes the mesh down: what uses something before what it uses, and remotes before the control plane.
func removal(of clusters: [LegacyCluster]) -> [Removal] {
  let acts: [(LegacyCluster) -> Removal?] = [
    \.sampleRemoval, \.servicesRemoval, \.remoteSecretRemoval, \.remoteRemoval, \.exposureRemoval,
    \.controlPlaneRemoval, { $0.applicationsRemoval(of: $0.injectedNamespaces) }, \.namespaceRemoval,
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
        [delete("--filename", path(Phase.controlPlane.folder)), removal(of: remoteChart)])
  }

  fileprivate var exposureRemoval: Removal? {
    guard isPrimary, exposure != .pods else { return nil }
    return remove(
      "Close the way to the control plane",
      [delete("--filename", path((exposure == .gateway ? Phase.exposure : .gateways).folder))])
  }

  fileprivate var controlPlaneRemoval: Removal? {
    isPrimary ? remove("Remove the control plane", [removal(of: .istio)]) : nil
  }
}
