internal import Diagnostics
internal import LegacyIstio
internal import MeshModel
internal import MeshNames
internal import Planning

/// Takes the mesh down: what uses something before what it uses.
func removal(of clusters: [LegacyCluster]) -> [Removal] {
  let acts: [(LegacyCluster) -> Removal?] = [
    \.clientRemoval, { $0.trafficRemoval(in: clusters) }, \.namesRemoval, \.exposureRemoval, \.controlPlaneRemoval,
    \.applicationsRemoval, \.namespaceRemoval,
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
    let archive = Self.archive(version)
    let delete = delete("--filename", "-").shellLine
    let script =
      version.isInstalledByHelm
      ? "helm template \"\(archive)/\(Self.istioChart)\" --name istio --namespace \(system)"
        + " --values \(path("helm", "istio.values.yaml")) | \(delete)"
      : "\"\(archive)/bin/istioctl\" manifest generate --filename \(path("istioctl", "istio-operator.yaml")) | \(delete)"
    return remove("Remove the control plane and its gateways", [Command(["sh", "-c", script])])
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

  private func remove(_ description: String, _ commands: [Command]) -> Removal {
    Removal(name, description, commands)
  }

  private func delete(_ arguments: String...) -> Command {
    Command(Command.kubectl(in: context, "delete", "--ignore-not-found").words + arguments)
  }
}
