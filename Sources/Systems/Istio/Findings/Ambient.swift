internal import Diagnostics
internal import MeshModel
internal import MeshNames

extension FindingCode {
  static let ambientUnsupported = FindingCode(
    407, "ambient-unsupported", .error,
    Explanation(
      meaning: "The ambient data plane is asked for where Istio cannot span clusters with it.",
      harm: """
        Ambient meshes span clusters from Istio 1.27 on, and only with a control plane in every cluster: east-west \
        gateways of the ambient kind cannot let remote clusters reach istiod. Services of the other clusters would \
        never appear.
        """,
      sources: ["https://istio.io/latest/docs/ambient/install/multicluster/", "istio/istio#60985"],
      wrong: """
        distribution: {name: sail, version: 1.26.8}
        controlPlane: {mode: multi-primary, dataPlane: ambient}
        """,
      right: """
        distribution: {name: sail, version: 1.30.3}
        controlPlane: {mode: multi-primary, dataPlane: ambient}
        """))

  static let ambientOnOneNetwork = FindingCode(
    408, "ambient-on-one-network", .warning,
    Explanation(
      meaning: "An ambient mesh has several clusters on one network.",
      harm: """
        Over several networks, ambient meshes are beta since 1.29; over several clusters on one network they are alpha, \
        and Istio neither documents nor tests them. Users report that one network works with 1.30.3; try it out before \
        you rely on it.
        """,
      sources: [
        "https://istio.io/latest/blog/2026/ambient-multinetwork-multicluster-beta/", "istio/istio#60716",
      ],
      wrong: """
        controlPlane: {mode: multi-primary, dataPlane: ambient}
        networks: [{name: network1}]
        clusters:
          - {name: cluster1, apiServer: "https://api.one.example.com:6443", pods: [10.10.0.0/16]}
          - {name: cluster2, apiServer: "https://api.two.example.com:6443", pods: [10.20.0.0/16]}
        """,
      right: """
        controlPlane: {mode: multi-primary, dataPlane: ambient}
        networks: [{name: network1}, {name: network2}]
        """))
}

extension Finding {
  static func ambientNeedsPrimaries(
    _ dataPlane: Located<ControlPlane.DataPlane>, mode: Located<ControlPlane.Mode>
  ) -> Finding {
    Finding(
      .ambientUnsupported, "an ambient mesh cannot be `\(mode.value.rawValue)`", at: dataPlane.range,
      notes: [Annotation(mode.range, "the mode")], help: "use `multi-primary`, or the `sidecar` data plane")
  }

  static func ambientTooOld(_ dataPlane: Located<ControlPlane.DataPlane>, version: Located<Version>) -> Finding {
    Finding(
      .ambientUnsupported, "an ambient mesh over several clusters needs Istio 1.27", at: dataPlane.range,
      notes: [Annotation(version.range, "this is \(version.value)")], help: "plan a newer release, or `sidecar`")
  }

  static func ambientOnOneNetwork(
    _ dataPlane: Located<ControlPlane.DataPlane>, network: Located<NetworkName>
  ) -> Finding {
    Finding(
      .ambientOnOneNetwork, "an ambient mesh over several clusters on one network is not tested upstream",
      at: dataPlane.range, notes: [Annotation(network.range, "the only network")],
      help: "try it out first, or give the clusters networks of their own")
  }
}
