internal import Diagnostics
internal import LegacyIstio
internal import MeshModel
internal import MeshNames
internal import Planning

/// Takes the mesh down: what uses something before what it uses.
func removal(of clusters: [LegacyCluster]) -> [Removal] {
  let acts: [(LegacyCluster) -> Removal?] = [
    \.clientRemoval, { $0.trafficRemoval(in: clusters) }, \.namesRemoval, \.exposureRemoval, \.controlPlaneRemoval,
    { $0.applicationsRemoval(of: $0.injectedNamespaces) }, \.namespaceRemoval,
  ]
  return acts.flatMap { act in clusters.compactMap(act) }
}

extension LegacyCluster {
  fileprivate var clientRemoval: Removal? {
    remove("Remove the client", [delete("--filename", "verify/\(name)")])
  }

  fileprivate func trafficRemoval(in clusters: [LegacyCluster]) -> Removal? {
    trafficStep(in: clusters).map { _ in
      remove("Forget other clusters' services", [delete("--filename", path(Phase.traffic.folder))])
    }
  }

  /// Before the `.global` DNS server goes, or queries for the domain would wait for it.
  fileprivate var namesRemoval: Removal? {
    guard let dns = cluster.dns else { return nil }
    let isCoreDNS = dns.server?.value == .coreDNS
    let edit = Command.kubectl(
      in: context, "--namespace", "kube-system", "edit", "configmap", isCoreDNS ? "coredns" : "kube-dns")
    return remove(
      isCoreDNS
        ? "Take the block `global:53` out of the Corefile, and remove the `.global` DNS server"
        : "Take `global` out of the stub domains, and remove the `.global` DNS server",
      [edit, delete("--filename", path(Phase.discovery.folder))])
  }

  fileprivate var exposureRemoval: Removal? {
    remove("Close port 15443", [delete("--filename", path(Phase.exposure.folder))])
  }

  fileprivate var controlPlaneRemoval: Removal? {
    let generate =
      "\"\(Self.archive(version))/bin/istioctl\" manifest generate --filename \(path("istioctl", "istio-operator.yaml"))"
    let script = "\(generate) | \(delete("--filename", "-").shellLine)"
    return remove(
      "Remove the control plane and its gateways",
      [version.isInstalledByHelm ? removal(of: .istio) : Command(["sh", "-c", script])])
  }
}
