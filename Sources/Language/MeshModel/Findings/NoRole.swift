internal import Diagnostics

extension FindingCode {
  static let noRole = FindingCode(
    326, "no-role", .error, restsOn: .roles,
    Explanation(
      meaning: "A cluster of a mesh with an external control plane does not say which part it has.",
      harm: """
        One cluster hosts the control plane and has no part in the mesh; another holds the configuration and runs the \
        workloads. Nothing else in the topology tells the two apart, and they get different objects.
        """,
      sources: ["https://istio.io/latest/docs/setup/install/external-controlplane/"],
      wrong: """
        controlPlane: {mode: external}
        clusters:
          - {name: host, network: network1, role: external, apiServer: "https://api.one.example.com", gateway: {address: 192.0.2.1}}
          - {name: cluster1, network: network2, apiServer: "https://api.two.example.com"}
        """,
      right: """
        controlPlane: {mode: external}
        clusters:
          - {name: host, network: network1, role: external, apiServer: "https://api.one.example.com", gateway: {address: 192.0.2.1}}
          - {name: cluster1, network: network2, role: config, apiServer: "https://api.two.example.com"}
        """))
}

extension Finding {
  static func noRole(_ cluster: Cluster, mode: Located<ControlPlane.Mode>) -> Finding {
    Finding(
      .noRole, "\(cluster.inWords) does not say its role", at: cluster.place,
      notes: [Annotation(mode.range, "in this mode no role goes without saying")],
      help: "`role: external` hosts the control plane, `role: config` holds the configuration and the workloads",
      mistake: "no role")
  }
}
