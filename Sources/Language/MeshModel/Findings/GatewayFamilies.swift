internal import Diagnostics
internal import MeshNames

extension FindingCode {
  static let gatewayFamilies = FindingCode(
    356, "gateway-families", .error,
    Explanation(
      meaning: "The families of addresses of a gateway's Service contradict each other, or its cluster.",
      harm: "The API server refuses the Service, and the cluster has no gateway.",
      sources: ["https://kubernetes.io/docs/concepts/services-networking/dual-stack/"],
      wrong: .gateway("{service: {ipFamilyPolicy: SingleStack, ipFamilies: [IPv4, IPv6]}}"),
      right: .gateway("{service: {ipFamilyPolicy: PreferDualStack, ipFamilies: [IPv4, IPv6]}}")))

  static let unreachedFamily = FindingCode(
    357, "unreached-family", .error,
    Explanation(
      meaning: "A gateway has addresses of one family alone, and the pods of another network have those of the other.",
      harm: """
        No pod there can dial the gateway. Before Istio 1.30 requests end with a timeout; from then on istiod leaves the \
        gateway out, and requests with 503.
        """,
      sources: ["istio/istio#59767", "istio/istio, pilot/pkg/xds/endpoints/ep_filters.go"],
      wrong: .gateway(
        "{address: \"2001:db8::10\"}", with: "pods: [\"2001:db8:10::/48\"]", more: ", pods: [10.20.0.0/16]"),
      right: .gateway("{address: 192.0.2.10}", with: "pods: [10.10.0.0/16]", more: ", pods: [10.20.0.0/16]")))

  static let halfReachedFamily = FindingCode(
    358, "half-reached-family", .warning,
    Explanation(
      meaning: "A gateway has addresses of two families, and the pods of another network have those of one.",
      harm: """
        Before Istio 1.30, istiod tells proxies all addresses of a gateway, and those whose pods have one family try the \
        others in vain: a part of the requests fails.
        """,
      sources: ["istio/istio#59767"],
      wrong: .families("1.29.2"), right: .families("1.30.3")))
}

extension Explanation.Example {
  fileprivate static func families(_ version: String) -> Self {
    let clusters = gateway(
      "{service: {ipFamilyPolicy: PreferDualStack, ipFamilies: [IPv4, IPv6]}}", more: ", pods: [10.20.0.0/16]")
    let text = "distribution: {name: sail, version: \(version)}\n\(clusters.text)"
    return Self(shown: text, bytes: Array(text.utf8))
  }
}

extension Finding {
  static func gatewayFamilies(
    _ problem: String, at range: SourceRange, notes: [(SourceRange, String)] = [], help: String? = nil
  ) -> Finding {
    Finding(.gatewayFamilies, problem, at: range, notes: notes.map { Annotation($0.0, $0.1) }, help: help)
  }

  static func unreachedFamily(
    of cluster: Cluster, from viewer: Cluster, at range: SourceRange, pods: SourceRange
  ) -> Finding {
    Finding(
      .unreachedFamily, "no pod of \(viewer.inWords) can dial the gateway of \(cluster.inWords)", at: range,
      notes: [Annotation(pods, "the pods have addresses of the other family")],
      help: "give the gateway an address of their family, too", mistake: "pods of \(viewer.inWords)")
  }

  static func halfReachedFamily(
    of cluster: Cluster, from viewer: Cluster, at range: SourceRange, pods: SourceRange
  ) -> Finding {
    Finding(
      .halfReachedFamily,
      "the pods of \(viewer.inWords) dial one of the families in vain: istiod before 1.30 tells them both", at: range,
      notes: [Annotation(pods, "the pods have addresses of one family")],
      help: "use Istio 1.30, or the family that all have")
  }
}
