internal import Diagnostics
internal import MeshModel
internal import MeshNames

extension FindingCode {
  static let injectionURL = FindingCode(
    456, "injection-url", .error,
    Explanation(
      meaning: "A remote's webhook is to call its primary by a URL.",
      harm: """
        The plan lets it call a Service that leads to the primary's gateway, and a webhook has the one or the other. \
        With the Sail operator a remote with a URL never becomes ready, since its probe knows Services alone.
        """,
      sources: ["istio-ecosystem/sail-operator#97", "istio/istio#42327"],
      wrong: """
        controlPlane: {mode: primary-remote}
        clusters:
          - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443", gateway: {address: 192.0.2.1}}
          - {name: cluster2, network: network2, role: remote, apiServer: "https://api.two.example.com:6443"}
        values: {istiodRemote: {injectionURL: "https://istiod.example.com:15017/inject"}}
        """,
      right: """
        controlPlane: {mode: primary-remote}
        clusters:
          - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443", gateway: {address: 192.0.2.1}}
          - {name: cluster2, network: network2, role: remote, apiServer: "https://api.two.example.com:6443"}
        """))

  static let failoverByLabels = FindingCode(
    457, "failover-by-labels", .warning,
    Explanation(
      meaning: "Failover goes by labels of endpoints, in a mesh of several networks.",
      harm: """
        Endpoints of another network are its gateways to a proxy, and the labels of the workloads behind them are not \
        theirs. A priority by such a label puts them all last, or in one group. Regions and zones work: they come from \
        the nodes.
        """,
      sources: ["istio/istio#49500", "istio/istio#50353"],
      wrong: "values: {meshConfig: {localityLbSetting: {failoverPriority: [topology.istio.io/cluster]}}}",
      right: "values: {meshConfig: {localityLbSetting: {failover: [{from: eu, to: us}]}}}"))

  static let hiddenControlPlane = FindingCode(
    458, "hidden-control-plane", .error,
    Explanation(
      meaning: "`discoverySelectors` leave out namespaces that the plan makes for the mesh.",
      harm: """
        In the control plane's own are the gateways between networks: without their Services, istiod hands out pods' own \
        addresses instead. Pods of a namespace that is left out get no configuration. Selectors count in all clusters that \
        the control plane reads. Two control planes in one cluster need selectors that have no namespace in common, and each \
        its own.
        """,
      sources: ["istio/istio#32778", "istio/istio#28779"],
      wrong: "values: {meshConfig: {discoverySelectors: [{matchLabels: {mesh: shop}}]}}",
      right: """
        values: {meshConfig: {discoverySelectors: [{matchLabels: {mesh: shop}}, {matchLabels: {istio-injection: enabled}}]}}
        patches:
          - target: {kind: Namespace, name: istio-system}
            merge: {metadata: {labels: {mesh: shop}}}
        """))

  static let hiddenNamespace = FindingCode(
    461, "hidden-namespace", .warning,
    Explanation(
      meaning: "`discoverySelectors` leave out a namespace of applications, as far as its labels are known.",
      harm: """
        Services and pods there do not exist for the control plane: no other cluster finds them, and their proxies wait \
        for a configuration that never comes. The label that puts a namespace into the mesh depends on its revision: of \
        the revision `default` it is `istio-injection`, and `istio.io/rev` of any other. Labels that somebody else gives \
        the namespace are not known here.
        """,
      sources: ["istio/istio#28779"],
      wrong: """
        namespaces: [{name: shop}]
        values:
          meshConfig:
            discoverySelectors:
              - matchExpressions: [{key: istio.io/rev, operator: Exists}]
              - matchLabels: {kubernetes.io/metadata.name: istio-system}
              - matchLabels: {kubernetes.io/metadata.name: sample}
        """,
      right: """
        namespaces: [{name: shop}]
        values:
          meshConfig:
            discoverySelectors:
              - matchExpressions: [{key: istio-injection, operator: Exists}]
              - matchLabels: {kubernetes.io/metadata.name: istio-system}
        """))

  static let localServices = FindingCode(
    459, "local-services", .warning,
    Explanation(
      meaning: "Nothing says which services of an ambient mesh are for all clusters.",
      harm: """
        In an ambient mesh a service is its cluster's own, unless it carries the label `istio.io/global: "true"` in \
        every cluster, or `sharing` says so. Services are not in the topology, so look at \
        their labels; and a waypoint needs the same name in all clusters.
        """,
      sources: ["istio/istio#60985", "istio/istio#60806"],
      wrong: """
        controlPlane: {mode: multi-primary, dataPlane: ambient}
        namespaces: [{name: shop}]
        """,
      right: """
        controlPlane: {mode: multi-primary, dataPlane: ambient}
        namespaces: [{name: shop}]
        sharing: {only: [shop]}
        """))
}

extension Finding {
  static func injectionURL(_ key: String, at range: SourceRange, of remote: Cluster) -> Finding {
    Finding(
      .injectionURL, "the webhook of \(remote.inWords) calls its primary by a Service, and not by a URL", at: range,
      notes: [Annotation(remote.place, "the remote")], help: "leave `\(key)` out")
  }

  static func failoverByLabels(at range: SourceRange, networks: [Located<NetworkName>]) -> Finding {
    Finding(
      .failoverByLabels, "endpoints of other networks are gateways, and do not have these labels", at: range,
      notes: networks.dropFirst().first.map { [Annotation($0.range, "a second network")] } ?? [],
      help: "`failover` by region works: it comes from the nodes")
  }

  static func hiddenControlPlane(_ namespaces: [String], in cluster: Cluster, at range: SourceRange) -> Finding {
    let names = listed(namespaces.map { "`\($0)`" })
    return Finding(
      .hiddenControlPlane, "no selector takes \(names), which the mesh needs", at: range,
      notes: [Annotation(cluster.place, "the control plane of this cluster looks for them")],
      help: "give them the label with patches, or add a selector of their names")
  }

  static func hiddenNamespace(_ namespace: ApplicationNamespace, by range: SourceRange) -> Finding {
    Finding(
      .hiddenNamespace, "no selector takes `\(namespace.name.value)`, with the labels that the plan gives it",
      at: range,
      notes: [Annotation(namespace.name.range, "this namespace")],
      help: "add a selector of its name, or of a label that it has")
  }

  static func localServices(
    of namespace: ApplicationNamespace, dataPlane: Located<ControlPlane.DataPlane>
  ) -> Finding {
    Finding(
      .localServices, "services of `\(namespace.name.value)` stay in their clusters unless they are labelled",
      at: namespace.name.range, notes: [Annotation(dataPlane.range, "so it is in an ambient mesh")],
      help:
        "say `sharing: {only: [\(namespace.name.value)]}`, or label them `istio.io/global: \"true\"` in every cluster")
  }
}
