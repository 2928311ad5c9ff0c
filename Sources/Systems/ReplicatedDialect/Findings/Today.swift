internal import Diagnostics
internal import LegacyIstio
internal import MeshModel
internal import MeshNames

extension FindingCode {
  static let experimentalNames = FindingCode(
    642, "experimental-names", .warning,
    Explanation(
      meaning: "The mode is asked for with one of today's releases of Istio.",
      harm: """
        Names of the whole mesh are no documented part of them any more. What is planned rests on what proxies and \
        gateways do (a client says by the name that TLS asks for which service it means), and not on what Istio promises \
        or tests: try it out before you rely on it, and again with each upgrade.
        """,
      sources: ["istio/istio#52875", "istio/istio#29335", "istio/istio pilot/pkg/networking/core/cluster_tls.go"],
      wrong: "distribution: {name: istio, version: 1.30.3}\ncontrolPlane: {mode: replicated}",
      right: .replicated("")))

  static let multiPrimaryWouldDo = FindingCode(
    643, "multi-primary-would-do", .note,
    Explanation(
      meaning: "The control planes could read each other's API servers, and the mode has them not do so.",
      harm: """
        In a multi-primary mesh, services keep their names, nothing is imported by hand, and requests go to another \
        cluster when the own one has no pods left. Names of the whole mesh are for clusters whose API servers must not be \
        reached from others, or for services that are to be chosen one by one.
        """,
      sources: ["https://istio.io/latest/docs/setup/install/multicluster/multi-primary_multi-network/"],
      wrong: "distribution: {name: istio, version: 1.30.3}\ncontrolPlane: {mode: replicated}",
      right: "controlPlane: {mode: multi-primary}"))

  static let keyOfOtherRelease = FindingCode(
    644, "key-of-other-release", .error,
    Explanation(
      meaning: "A key is for the releases of old, and the mesh has one of today's.",
      harm: "It would have no effect: proxies of today answer for `.global` names by themselves.",
      sources: ["https://istio.io/latest/docs/ops/configuration/traffic-management/dns-proxy/"],
      wrong: .replicated(version: "1.30.3", ""),
      right: .replicated(version: "1.4.10", "")))
}

extension Finding {
  static func experimentalNames(_ version: Located<Version>) -> Finding {
    Finding(
      .experimentalNames, "`.global` names are an experiment with Istio \(version.value)", at: version.range,
      help: "silence this with the reason why `mode: multi-primary` will not do")
  }

  static func multiPrimaryWouldDo(_ mode: Located<ControlPlane.Mode>, apiServer: SourceRange) -> Finding {
    Finding(
      .multiPrimaryWouldDo, "`mode: multi-primary` would do: every cluster has an API server that others can reach",
      at: mode.range, notes: [Annotation(apiServer, "the first of them")],
      help: "choose it, or leave `apiServer` out where others cannot reach it")
  }

  static func keyOfOtherRelease(_ key: String, at place: SourceRange, _ version: Located<Version>) -> Finding {
    Finding(
      .keyOfOtherRelease, "`\(key)` has no effect with Istio \(version.value)", at: place,
      notes: [Annotation(version.range, "the release of Istio")], help: "remove it")
  }
}
