internal import Diagnostics

extension FindingCode {
  static let roleNotOfMode = FindingCode(
    315, "role-not-of-mode", .error, restsOn: .system + ["clusters[].role"],
    Explanation(
      meaning: "A cluster has a role that the control plane's mode does not have.",
      harm: """
        In a multi-primary mesh every cluster runs a control plane. A remote has none of its own: it needs a primary \
        that serves it, a gateway before that, and other settings in both.
        """,
      sources: ["https://istio.io/latest/docs/setup/install/multicluster/"],
      wrong: """
        controlPlane: {mode: multi-primary}
        clusters:
          - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
          - {name: cluster2, network: network2, role: remote, apiServer: "https://api.two.example.com:6443"}
        """,
      right: """
        controlPlane: {mode: multi-primary}
        clusters:
          - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
          - {name: cluster2, network: network2, role: primary, apiServer: "https://api.two.example.com:6443"}
        """))
}

extension Finding {
  static func roleNotOfMode(
    _ role: Located<Cluster.Role>, of cluster: Cluster, mode: Located<ControlPlane.Mode>
  ) -> Finding {
    Finding(
      .roleNotOfMode, "\(cluster.inWords) is a `\(role.value.rawValue)`, and the mesh is `\(mode.value.rawValue)`",
      at: role.range, notes: [Annotation(mode.range, rolesInWords(mode.value))],
      help: mode.value == .external
        ? "choose the mode that has such clusters"
        : "make the cluster a primary, or choose the mode that has such clusters")
  }
}

private func rolesInWords(_ mode: ControlPlane.Mode) -> String {
  switch mode {
  case .external: "here a cluster is `external` or `config`"
  case .primaryRemote, .shared: "here a cluster is a primary or a remote"
  case .multiPrimary, .replicated, .federated: "here every cluster is a primary"
  }
}
