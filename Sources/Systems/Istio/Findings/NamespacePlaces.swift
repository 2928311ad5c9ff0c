internal import Diagnostics
internal import MeshModel
internal import MeshNames

extension FindingCode {
  static let namespaceElsewhere = FindingCode(
    454, "namespace-elsewhere", .warning,
    Explanation(
      meaning: "A namespace is not in all clusters, and proxies do not answer for names that a cluster's DNS lacks.",
      harm: """
        A client looks a service up in its own cluster's DNS. Where the namespace and the Service are not there, the \
        lookup fails before Istio is asked. Make the namespace, and a Service of the same name without pods, wherever \
        clients are; or let proxies answer, with `ISTIO_META_DNS_CAPTURE`.
        """,
      sources: ["istio/istio#17087", "istio/istio#31760", "istio/istio#36349"],
      wrong: "namespaces: [{name: shop, clusters: [cluster1]}]",
      right: """
        namespaces: [{name: shop, clusters: [cluster1]}]
        values: {meshConfig: {defaultConfig: {proxyMetadata: {ISTIO_META_DNS_CAPTURE: "true"}}}}
        """))

  static let spreadSystemServices = FindingCode(
    455, "spread-system-services", .warning,
    Explanation(
      meaning: "A namespace of what each cluster has for itself is part of the mesh in several clusters.",
      harm: """
        A service of one name is one service in all clusters. Requests for a cluster's own monitoring or DNS would go \
        to the others' as well, and every second number on a dashboard would be another cluster's. Keep such services \
        in their clusters with `sharing`, or leave the namespace out of the mesh. Services that are \
        part of no application namespace are not in the topology, so look at those yourself.
        """,
      sources: ["istio/istio#33848", "istio/istio#23591"],
      wrong: "namespaces: [{name: monitoring}]",
      right: """
        namespaces: [{name: monitoring}]
        sharing: {except: [monitoring]}
        """))
}

extension Finding {
  static func namespaceElsewhere(_ namespace: ApplicationNamespace, not cluster: Cluster) -> Finding {
    Finding(
      .namespaceElsewhere,
      "clients in \(cluster.inWords) cannot look up what is in the namespace `\(namespace.name.value)`",
      at: namespace.name.range, notes: [Annotation(cluster.place, "the namespace is not here")],
      help: "list all clusters that have clients, or set `ISTIO_META_DNS_CAPTURE` in `proxyMetadata`")
  }

  static func spreadSystemServices(_ namespace: ApplicationNamespace) -> Finding {
    let name = namespace.name.value
    return Finding(
      .spreadSystemServices, "requests for what is in `\(name)` would go to all clusters that have it",
      at: namespace.name.range,
      help: "keep them at home: `sharing: {except: [\(name)]}`")
  }
}
