internal import Diagnostics

extension FindingCode {
  static let defaultClusterName = FindingCode(
    302, "default-cluster-name", .error, restsOn: [],
    Explanation(
      meaning: "A cluster is named `Kubernetes`, which is Istio's name for a cluster that nobody named.",
      harm: """
        Two clusters with that ID are one to istiod: proxies are refused with "could not get cluster Kubernetes's \
        kube client", or are given the wrong endpoints. It is no RFC 1123 label either, which a remote secret needs.
        """,
      sources: ["istio/istio#52065", "istio/istio#38258", "istio/istio#43716"],
      wrong: """
        clusters:
          - {name: Kubernetes, network: network1, apiServer: "https://api.one.example.com:6443"}
          - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
        """,
      right: """
        clusters:
          - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
          - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
        """))
}

extension Finding {
  static func defaultClusterName(at range: SourceRange) -> Finding {
    Finding(
      .defaultClusterName, "`Kubernetes` is what Istio calls a cluster that has no name", at: range,
      help: "name the cluster as your team calls it: lower-case letters, digits and `-`")
  }
}
