internal import Diagnostics
internal import MeshNames

extension FindingCode {
  static let misplacedPrimary = FindingCode(
    321, "misplaced-primary", .error, restsOn: .roles,
    Explanation(
      meaning: "A cluster that runs its own control plane names a primary.",
      harm: "Proxies would be set up for one control plane and injected by the other.",
      wrong: """
        clusters:
          - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
          - {name: cluster2, network: network2, primary: cluster1, apiServer: "https://api.two.example.com:6443"}
        """,
      right: """
        controlPlane: {mode: primary-remote}
        clusters:
          - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443", gateway: {address: 192.0.2.1}}
          - {name: cluster2, network: network2, primary: cluster1, apiServer: "https://api.two.example.com:6443"}
        """))
}

extension Finding {
  static func misplacedPrimary(_ primary: Located<ClusterName>, of cluster: Cluster) -> Finding {
    let isServed = [.config, .remote].contains(cluster.role?.value)
    let control = isServed ? "is served by the external cluster" : "has a control plane of its own"
    return Finding(
      .misplacedPrimary,
      "\(cluster.inWords) \(control), and names `\(primary.value)` as its primary",
      at: primary.range, help: "remove `primary`, or make the cluster a remote of a `primary-remote` mesh")
  }
}
