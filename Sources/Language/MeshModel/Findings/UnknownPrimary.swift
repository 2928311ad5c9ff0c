internal import Diagnostics
internal import MeshNames

extension FindingCode {
  static let unknownPrimary = FindingCode(
    323, "unknown-primary", .error, restsOn: ["clusters[].name", "clusters[].role", "clusters[].primary"],
    Explanation(
      meaning: "A remote cluster names a primary that is no cluster of the topology, or no primary.",
      harm: """
        The remote's proxies would look for a control plane where there is none, and nobody would patch its webhook: \
        it never becomes ready, and injection fails with "x509: certificate signed by unknown authority".
        """,
      sources: ["istio/istio#42327", "istio/istio#58445"],
      wrong: """
        controlPlane: {mode: primary-remote}
        clusters:
          - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443", gateway: {address: 192.0.2.1}}
          - {name: cluster2, network: network2, primary: cluster3, apiServer: "https://api.two.example.com:6443"}
        """,
      right: """
        controlPlane: {mode: primary-remote}
        clusters:
          - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443", gateway: {address: 192.0.2.1}}
          - {name: cluster2, network: network2, primary: cluster1, apiServer: "https://api.two.example.com:6443"}
        """))
}

extension Finding {
  static func unknownPrimary(
    _ primary: Located<ClusterName>, of remote: Cluster, primaries: [Located<ClusterName>]
  ) -> Finding {
    let names = primaries.map(\.value.description)
    return Finding(
      .unknownPrimary, "\(remote.inWords) is a remote of `\(primary.value)`, which is no primary",
      misspelt: primary.value.description, at: primary.range, among: names, naming: "clusters[].name",
      notes: primaries.first.map { [Annotation($0.range, "this is one")] } ?? [],
      otherwise: names.isEmpty ? "no cluster is a primary" : "the primaries are \(listed(names))")
  }
}
