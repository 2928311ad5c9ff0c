internal import Diagnostics
internal import MeshModel
internal import MeshNames

extension FindingCode {
  static let unsupportedReplication = FindingCode(
    631, "unsupported-replication", .error,
    Explanation(
      meaning: "Replicated control planes with `.global` names do not work in this release of Istio.",
      harm: """
        Before 1.1 there are no gateways that pass TLS on by its name. From 1.8.6 on, a gateway passes on what is meant \
        for its own services alone: the EnvoyFilter that turned `.global` into `.svc.cluster.local` finds nothing to \
        attach to, and every request to another cluster fails.
        """,
      sources: ["istio/istio@46725270b8e", "istio/istio#32848", "istio/istio#29335"],
      wrong: .replicated(version: "1.8.6", ""),
      right: .replicated(version: "1.8.5", "")))
}

extension Finding {
  static func unsupportedReplication(_ version: Located<Version>, _ problem: String) -> Finding {
    Finding(
      .unsupportedReplication, problem, at: version.range,
      help: "1.1.0 to 1.8.5 have it, and from 1.24 on it is there in another way")
  }
}
