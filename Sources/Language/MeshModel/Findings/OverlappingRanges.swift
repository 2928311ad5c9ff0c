internal import Diagnostics
internal import MeshNames

extension FindingCode {
  static let overlappingRanges = FindingCode(
    306, "overlapping-ranges", .error, restsOn: .system + ["networks", "clusters[].network", "clusters[].role"],
    Explanation(
      meaning: "Clusters on one network use the same addresses for pods or services.",
      harm: """
        On one network a proxy sends a request straight to a pod's address. An address that two clusters use leads to \
        whichever pod the local cluster has there, or nowhere: requests fail, or reach the wrong service. Such \
        clusters are on two networks, and talk through gateways.
        """,
      sources: ["istio/istio.io#12874", "istio/istio#14066", "istio/istio#35077"],
      wrong: """
        networks: [{name: network1}]
        clusters:
          - {name: cluster1, apiServer: "https://10.0.0.1:6443", pods: [10.128.0.0/14]}
          - {name: cluster2, apiServer: "https://10.0.0.2:6443", pods: [10.130.0.0/16]}
        """,
      right: """
        networks: [{name: network1}]
        clusters:
          - {name: cluster1, apiServer: "https://10.0.0.1:6443", pods: [10.128.0.0/14]}
          - {name: cluster2, apiServer: "https://10.0.0.2:6443", pods: [10.132.0.0/14]}
        """))
}

extension Finding {
  static func overlappingRanges(_ use: AddressUse, _ earlier: AddressUse, on network: NetworkName) -> Finding {
    Finding(
      .overlappingRanges,
      "the \(use.purpose) of \(use.cluster.inWords) and the \(earlier.purpose) of \(earlier.cluster.inWords) share "
        + "addresses on network `\(network)`",
      at: Annotation(use.range.range, "\(use.purpose) of \(use.cluster.inWords)"),
      notes: [Annotation(earlier.range.range, "\(earlier.purpose) of \(earlier.cluster.inWords)")],
      help: use.cluster.place == earlier.cluster.place
        ? "give pods and services ranges of their own"
        : "give the clusters ranges of their own, or put them on two networks")
  }
}
