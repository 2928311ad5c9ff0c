internal import Diagnostics
internal import MeshNames

extension FindingCode {
  static let noPrimary = FindingCode(
    324, "no-primary", .error,
    Explanation(
      meaning: "A remote cluster does not say whose remote it is, and there is not exactly one primary.",
      harm: "Its proxies take their configuration from one control plane, and only you know from which.",
      sources: ["https://istio.io/latest/docs/setup/install/multicluster/primary-remote/"],
      wrong: """
        controlPlane: {mode: primary-remote}
        clusters:
          - {name: cluster1, network: network1, role: remote, apiServer: "https://api.one.example.com:6443"}
          - {name: cluster2, network: network2, role: remote, apiServer: "https://api.two.example.com:6443"}
        """,
      right: """
        controlPlane: {mode: primary-remote}
        clusters:
          - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443", gateway: {address: 192.0.2.1}}
          - {name: cluster2, network: network2, role: remote, apiServer: "https://api.two.example.com:6443"}
        """))
}

extension Finding {
  static func noPrimary(_ remote: Cluster, primaries: [Located<ClusterName>]) -> Finding {
    let names = primaries.map { "`\($0.value)`" }
    return Finding(
      .noPrimary, "\(remote.inWords) does not say whose remote it is", at: remote.place,
      help: names.isEmpty ? "make one cluster a primary" : "give it a `primary`: there are \(listed(names))",
      mistake: "no primary", obscures: ["clusters[].primary"])
  }
}
