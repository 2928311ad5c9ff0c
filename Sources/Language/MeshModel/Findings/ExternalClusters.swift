internal import Diagnostics

extension FindingCode {
  static let externalClusters = FindingCode(
    327, "external-clusters", .error, restsOn: .roles + ["clusters[].name"],
    Explanation(
      meaning: "A mesh with an external control plane does not have exactly one host and one cluster of configuration.",
      harm: """
        The control plane reads its configuration from one API server, whose cluster gives it its identity. Without \
        a host it runs nowhere, and two of either are two meshes: give each a topology of its own.
        """,
      sources: ["https://istio.io/latest/docs/setup/install/external-controlplane/"],
      wrong: """
        controlPlane: {mode: external}
        clusters:
          - {name: host, network: network1, role: external, apiServer: "https://api.one.example.com"}
          - {name: cluster1, network: network2, role: external, apiServer: "https://api.two.example.com"}
        """,
      right: """
        controlPlane: {mode: external}
        clusters:
          - {name: host, network: network1, role: external, apiServer: "https://api.one.example.com", gateway: {address: 192.0.2.1}}
          - {name: cluster1, network: network2, role: config, apiServer: "https://api.two.example.com"}
        """))
}

extension Finding {
  static func noCluster(of role: Cluster.Role, mode: Located<ControlPlane.Mode>) -> Finding {
    Finding(
      .externalClusters, "the mesh is `\(mode.value.rawValue)`, and no cluster is `\(role.rawValue)`", at: mode.range,
      help: "say `role: \(role.rawValue)` where it is meant")
  }

  static func secondCluster(of role: Located<Cluster.Role>, first: SourceRange) -> Finding {
    Finding(
      .externalClusters, "a second cluster is `\(role.value.rawValue)`, and a mesh has one", at: role.range,
      notes: [Annotation(first, "the first of them")], help: "give the other mesh a topology of its own")
  }
}
