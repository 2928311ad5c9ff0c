internal import Diagnostics
internal import MeshNames

extension FindingCode {
  static let unstatedRanges = FindingCode(
    314, "unstated-ranges", .note,
    restsOn: .system + ["networks", "clusters[].network", "clusters[].pods", "clusters[].role"],
    Explanation(
      meaning: "Clusters share a network, and the topology does not say which addresses their pods have.",
      harm: """
        Whether their ranges overlap cannot be checked. Two OpenShift clusters with the installer's defaults have the \
        same pods (10.128.0.0/14) and the same services (172.30.0.0/16), and cannot share a network.
        """,
      sources: ["istio/istio#35077"],
      wrong: """
        networks: [{name: network1}]
        clusters:
          - {name: cluster1, apiServer: "https://10.0.0.1:6443"}
          - {name: cluster2, apiServer: "https://10.0.0.2:6443"}
        """,
      right: """
        networks: [{name: network1}]
        clusters:
          - {name: cluster1, apiServer: "https://10.0.0.1:6443", pods: [10.128.0.0/14], services: [172.30.0.0/16]}
          - {name: cluster2, apiServer: "https://10.0.0.2:6443", pods: [10.132.0.0/14], services: [172.31.0.0/16]}
        """))
}

extension Finding {
  static func unstatedRanges(
    _ silent: [Cluster], on network: Located<NetworkName>, clusters: Int
  ) -> Finding {
    let names = silent.compactMap { $0.name.map { "`\($0.value)`" } }
    return Finding(
      .unstatedRanges,
      "\(clusters) clusters share network `\(network.value)`, and whether their addresses overlap cannot be checked",
      at: network.range,
      notes: silent.first.map { [Annotation($0.place, "has no `pods`")] } ?? [],
      help: "say which ranges \(listed(names)) \(names.count == 1 ? "uses" : "use"): `pods: [10.128.0.0/14]`")
  }
}
