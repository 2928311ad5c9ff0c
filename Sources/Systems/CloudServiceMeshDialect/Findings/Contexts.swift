internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import Planning

extension FindingCode {
  static let unusableContext = FindingCode(
    757, "unusable-context", .error,
    Explanation(
      meaning: "The name of a kubeconfig context is none that asmcli can make a remote secret of.",
      harm: """
        `asmcli create-mesh` calls the remote secret as the context is called, and replaces `_`, `.`, `@` and `:` in it. \
        The contexts that `aws eks update-kubeconfig` writes have a `/` in them, too: istioctl refuses such a name in the \
        middle of the run, when some clusters read each other and others do not. The plan's own step gives asmcli a copy \
        with another name; the next one who runs asmcli by hand will not.
        """,
      sources: [
        "GoogleCloudPlatform/anthos-service-mesh-packages, asmcli/commands/create-mesh.sh",
        "istio/istio, istioctl/pkg/multicluster/remote_secret.go",
      ],
      wrong: .fleet(
        """
        clusters:
          - {name: berlin, network: network1, platform: gdc-vmware, apiServer: "https://api.berlin.example.com"}
          - {name: paris, network: network2, platform: gdc-vmware, apiServer: "https://api.paris.example.com", context: admin/paris}
        """),
      right: .fleet(
        """
        clusters:
          - {name: berlin, network: network1, platform: gdc-vmware, apiServer: "https://api.berlin.example.com"}
          - {name: paris, network: network2, platform: gdc-vmware, apiServer: "https://api.paris.example.com", context: admin@paris}
        """)))
}

extension Finding {
  static func unusableContext(_ context: Located<ContextName>, of cluster: Cluster) -> Finding {
    let name = cluster.name.map { "\($0.value)" } ?? "NAME"
    return Finding(
      .unusableContext, "asmcli can make no remote secret of the context `\(context.value)`", at: context.range,
      help: "rename it: `kubectl config rename-context \(Command.quoted("\(context.value)")) \(name)`")
  }
}
