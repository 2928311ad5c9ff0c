internal import Diagnostics
internal import MeshNames

extension FindingCode {
  static let duplicateNamespace = FindingCode(
    331, "duplicate-namespace", .error, restsOn: [],
    Explanation(
      meaning: "An application namespace is listed twice.",
      harm: "One of the two lists of clusters would be forgotten.",
      wrong: "namespaces: [{name: shop, clusters: [cluster1]}, {name: shop, clusters: [cluster2]}]",
      right: "namespaces: [{name: shop, clusters: [cluster1, cluster2]}]"))

  static let unknownCluster = FindingCode(
    332, "unknown-cluster", .error, restsOn: ["clusters[].name"],
    Explanation(
      meaning: "Something is said to be in a cluster that the topology does not have.",
      harm: "It would be nowhere, and its clients would look for it in vain.",
      wrong: "namespaces: [{name: shop, clusters: [cluster1, clutser2]}]",
      right: "namespaces: [{name: shop, clusters: [cluster1, cluster2]}]"))

  static let systemNamespace = FindingCode(
    338, "system-namespace", .error, restsOn: [],
    Explanation(
      meaning: "A namespace of Kubernetes' own is listed among those of applications.",
      harm: """
        Istio never gives its pods proxies, whatever the label. What a mesh does to such a namespace it does to the \
        cluster: name servers and network plug-ins are in there.
        """,
      sources: ["istio/istio, pkg/kube/inject/inject.go, IgnoredNamespaces"],
      wrong: "namespaces: [{name: kube-system, clusters: [cluster1]}]",
      right: "namespaces: [{name: shop, clusters: [cluster1, cluster2]}]"))
}

extension Finding {
  static func systemNamespace(_ name: Located<NamespaceName>) -> Finding {
    Finding(
      .systemNamespace, "`\(name.value)` is Kubernetes' own, and not an application's", at: name.range,
      help: "remove it: applications have namespaces of their own")
  }

  static func gatewayInSystemNamespace(_ name: Located<NamespaceName>) -> Finding {
    Finding(
      .systemNamespace, "`\(name.value)` is Kubernetes' own, and no proxy is injected there", at: name.range,
      help: "remove it: gateways are in the control plane's namespace then; or name one of their own")
  }

  static func duplicateNamespace(_ name: Located<NamespaceName>, first: SourceRange) -> Finding {
    Finding(
      .duplicateNamespace, "the namespace `\(name.value)` is listed a second time", at: name.range,
      notes: [Annotation(first, "first listed here")], help: "list it once, with all its clusters")
  }

  static func unknownCluster(
    _ cluster: Located<ClusterName>, of what: String, clusters: [Located<ClusterName>]
  ) -> Finding {
    let names = clusters.map(\.value.description)
    return Finding(
      .unknownCluster, "\(what) is to be in `\(cluster.value)`, which is no cluster",
      misspelt: cluster.value.description, at: cluster.range, among: names, naming: "clusters[].name",
      otherwise: "the clusters are \(listed(names))")
  }
}
