internal import Diagnostics
internal import MeshModel
internal import MeshNames

extension FindingCode {
  static let unsupportedSharing = FindingCode(
    661, "unsupported-sharing", .error,
    Explanation(
      meaning: "This release of Istio has no charts for one control plane over a VPN.",
      harm: """
        The chart `istio-remote` was there up to 1.0, and what came of it up to 1.4. From 1.5 on the control plane is one \
        program, and remote clusters are set up in another way.
        """,
      sources: ["istio/istio@d6b5fe68415", "https://istio.io/latest/docs/setup/install/multicluster/primary-remote/"],
      wrong: .shared(version: "1.5.10", ""), right: .shared(version: "1.4.10", "")))

  static let hardCodedNamespace = FindingCode(
    668, "hard-coded-namespace", .error,
    Explanation(
      meaning:
        "The control plane is in a namespace of another name, and a template of this release has `istio-system` in it.",
      harm:
        "The addresses of telemetry would be made in a namespace that is not there, and the chart not be installed.",
      sources: ["istio/istio@1.1.17 install/kubernetes/helm/istio/templates/endpoints.yaml"],
      wrong: .shared(version: "1.1.17", "controlPlane: {mode: shared, namespace: mesh-system}"),
      right: .shared(version: "1.2.10", "controlPlane: {mode: shared, namespace: mesh-system}")))

  static let fixedTrustDomain = FindingCode(
    669, "fixed-trust-domain", .error,
    Explanation(
      meaning: "The mesh has a trust domain of its own, and this release has one that cannot be changed.",
      harm: "Certificates would name `cluster.local`, whatever the topology says.",
      sources: ["istio/istio@1.0.9 install/kubernetes/helm/istio-remote/values.yaml"],
      wrong: .shared(version: "1.0.9", "mesh: {trustDomain: example.com}"),
      right: .shared(version: "1.1.17", "mesh: {trustDomain: example.com}")))
}

extension Finding {
  static func unsupportedSharing(_ version: Located<Version>, _ problem: String) -> Finding {
    Finding(
      .unsupportedSharing, problem, at: version.range,
      help: "1.0.0 to 1.4.10 have it; with today's Istio, it is `mode: primary-remote`")
  }

  static func hardCodedNamespace(_ namespace: Located<NamespaceName>, _ version: Located<Version>) -> Finding {
    Finding(
      .hardCodedNamespace,
      "the charts of Istio \(version.value) have `istio-system` in them, and not `\(namespace.value)`",
      at: namespace.range, notes: [Annotation(version.range, "the release of Istio")],
      help: "leave `namespace` out, or take 1.2.10")
  }

  static func fixedTrustDomain(_ domain: Located<TrustDomain>, _ version: Located<Version>) -> Finding {
    Finding(
      .fixedTrustDomain, "Istio \(version.value) knows no trust domain but `cluster.local`", at: domain.range,
      notes: [Annotation(version.range, "the release of Istio")], help: "leave `trustDomain` out")
  }
}
