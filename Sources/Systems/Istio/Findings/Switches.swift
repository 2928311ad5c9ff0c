internal import Diagnostics
internal import MeshModel
internal import YAMLReading

extension FindingCode {
  static let severedLink = FindingCode(
    469, "severed-link", .error, restsOn: ["controlPlane", "networks", "clusters", "defaults", "values", "patches"],
    Explanation(
      meaning: "One of Istio's own values takes away a link between clusters that the plan rests on.",
      harm: """
        Every object is accepted and every pod is ready, and nothing arrives: without its gateways, a network's endpoints \
        are dialled at addresses that lead nowhere, and proxies that ask somebody else know nothing of the mesh.
        """,
      sources: [
        "istio/istio@1.30.3 pilot/pkg/features/pilot.go",
        "istio/istio@1.30.3 pilot/pkg/model/network.go, resolveHostnameGateways",
      ],
      wrong: """
        clusters:
          - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
          - name: cluster2
            network: network2
            apiServer: https://api.two.example.com:6443
            gateway: {address: gateway.two.example.com}
        values: {pilot: {env: {RESOLVE_HOSTNAME_GATEWAYS: "false"}}}
        """,
      right: """
        clusters:
          - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
          - name: cluster2
            network: network2
            apiServer: https://api.two.example.com:6443
            gateway: {address: 192.0.2.2}
        values: {pilot: {env: {RESOLVE_HOSTNAME_GATEWAYS: "false"}}}
        """))

  static let exportedServicesOnly = FindingCode(
    470, "exported-services-only", .warning, restsOn: ["clusters", "values", "patches"],
    Explanation(
      meaning:
        "With Multi-Cluster Services, clients of other clusters see those services alone that a ServiceExport names.",
      harm: """
        The plan makes no ServiceExport, not for the sample workload either: its check that all clusters answer fails, and \
        every service stays at home until somebody exports it, in each cluster that has it.
        """,
      sources: ["istio/istio@1.30.3 pilot/pkg/serviceregistry/kube/controller/serviceexportcache.go"],
      wrong: #"values: {pilot: {env: {ENABLE_MCS_SERVICE_DISCOVERY: "true"}}}"#,
      right: "sharing: {only: [shop]}"))
}

extension Finding {
  static func severedLink(
    _ key: String, _ text: String, _ harm: String, at range: SourceRange, _ rests: (place: SourceRange, words: String)
  ) -> Finding {
    Finding(
      .severedLink, "with `\(key): \(text)`, \(harm)", at: range, notes: [Annotation(rests.place, rests.words)],
      help: "leave it out")
  }

  static func exportedServicesOnly(at range: SourceRange) -> Finding {
    Finding(
      .exportedServicesOnly, "other clusters will see of services only what ServiceExports name, and the plan has none",
      at: range, help: "`sharing: {only: [NAMESPACE]}` says which services are shared; or export each of them")
  }
}
