internal import Diagnostics

extension FindingCode {
  static let noRemotes = FindingCode(
    322, "no-remotes", .error, restsOn: .roles + ["clusters[].name"],
    Explanation(
      meaning: "A primary-remote mesh has no remote cluster.",
      harm: "Its control planes would be opened to remotes that nobody named: most often a `role: remote` is missing.",
      wrong: "controlPlane: {mode: primary-remote}",
      right: """
        controlPlane: {mode: primary-remote}
        clusters:
          - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443", gateway: {address: 192.0.2.1}}
          - {name: cluster2, network: network2, role: remote, apiServer: "https://api.two.example.com:6443"}
        """))
}

extension Finding {
  static func noRemotes(_ mode: Located<ControlPlane.Mode>) -> Finding {
    Finding(
      .noRemotes, "the mesh is `\(mode.value.rawValue)`, and no cluster is a remote", at: mode.range,
      help: "say `role: remote` where it is meant, or `mode: multi-primary`")
  }
}
