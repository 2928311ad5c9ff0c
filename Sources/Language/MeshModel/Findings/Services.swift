internal import Diagnostics
internal import MeshNames

extension FindingCode {
  static let duplicateService = FindingCode(
    602, "duplicate-service", .error, restsOn: ["services"],
    Explanation(
      meaning: "A service is listed twice.",
      harm: """
        A name of the mesh would get two addresses, or two ServiceEntries: the first one wins, or the proxies refuse \
        what they are sent and stop starting.
        """,
      sources: ["istio/istio#33259", "istio/istio#29197"],
      wrong: .replicated(
        """
        services:
          - {name: httpbin, namespace: app2, clusters: [cluster2], ports: [{name: http, number: 8000, protocol: http}]}
          - {name: httpbin, namespace: app2, clusters: [cluster1], ports: [{name: http, number: 8000, protocol: http}]}
        """),
      right: .replicated(
        """
        services:
          - {name: httpbin, namespace: app2, clusters: [cluster1, cluster2], ports: [{name: http, number: 8000, protocol: http}]}
        """)))

  static let servicePorts = FindingCode(
    603, "service-ports", .error, restsOn: ["services"],
    Explanation(
      meaning: "Two ports of a service have one name or one number.",
      harm: """
        The name of a port is what a gateway's port is found by, and its number stands in the name that TLS asks for. \
        Kubernetes refuses such a Service, and Istio such a ServiceEntry.
        """,
      sources: ["https://kubernetes.io/docs/concepts/services-networking/service/#multi-port-services"],
      wrong: .replicated(
        """
        services:
          - name: httpbin
            namespace: app2
            clusters: [cluster2]
            ports: [{name: http, number: 8000, protocol: http}, {name: http, number: 8001, protocol: http}]
        """),
      right: .replicated(
        """
        services:
          - name: httpbin
            namespace: app2
            clusters: [cluster2]
            ports: [{name: http, number: 8000, protocol: http}, {name: http-admin, number: 8001, protocol: http}]
        """)))

  static let subsetElsewhere = FindingCode(
    604, "subset-elsewhere", .error,
    Explanation(
      meaning: "A subset is said to be in a cluster in which the service is not, or is listed twice.",
      harm: """
        The name of a subset travels in the name that TLS asks for. The gateway of a cluster that does not know the \
        subset resets the connection.
        """,
      sources: ["istio/istio#40673"],
      wrong: .replicated(
        """
        services:
          - name: helloworld
            namespace: hello
            clusters: [cluster2]
            ports: [{name: http, number: 5000, protocol: http}]
            subsets: [{name: v1, labels: {version: v1}, clusters: [cluster1]}]
        """),
      right: .replicated(
        """
        services:
          - name: helloworld
            namespace: hello
            clusters: [cluster2]
            ports: [{name: http, number: 5000, protocol: http}]
            subsets: [{name: v1, labels: {version: v1}, clusters: [cluster2]}]
        """)))

  static let nothingToImport = FindingCode(
    605, "nothing-to-import", .error,
    Explanation(
      meaning: "A cluster imports a service, or gets a copy of it, that is nowhere but in that cluster.",
      harm: "The name of the mesh would lead to the cluster's own gateway, or to nothing.",
      wrong: .replicated(
        """
        services:
          - name: httpbin
            namespace: app2
            clusters: [cluster2]
            ports: [{name: http, number: 8000, protocol: http}]
            global: {importedBy: [cluster2]}
        """),
      right: .replicated(
        """
        services:
          - name: httpbin
            namespace: app2
            clusters: [cluster2]
            ports: [{name: http, number: 8000, protocol: http}]
            global: {importedBy: [cluster1]}
        """)))

  static let neverInjected = FindingCode(
    606, "never-injected", .error,
    Explanation(
      meaning: "A service is in a namespace whose pods get no proxies.",
      harm: """
        Other clusters reach a service through a gateway that passes mutual TLS on. A pod without a proxy does not \
        speak it. The webhook leaves `kube-system` and `kube-public` alone, and the control plane's own namespace.
        """,
      sources: ["https://istio.io/latest/docs/ops/common-problems/injection/"],
      wrong: .replicated(
        """
        services:
          - {name: metrics, namespace: kube-system, clusters: [cluster2], ports: [{name: http, number: 80, protocol: http}]}
        """),
      right: .replicated(
        """
        services:
          - {name: metrics, namespace: monitoring, clusters: [cluster2], ports: [{name: http, number: 80, protocol: http}]}
        """)))
}

extension Finding {
  static func duplicateService(_ service: Service, first: SourceRange) -> Finding {
    Finding(
      .duplicateService, "\(service.inWords) is listed a second time", at: service.name.range,
      notes: [Annotation(first, "first listed here")], help: "list it once, with all its clusters")
  }

  static func repeatedPort(_ what: String, at range: SourceRange, of service: Service, first: SourceRange) -> Finding {
    Finding(
      .servicePorts, "two ports of \(service.inWords) have \(what)", at: range,
      notes: [Annotation(first, "the first of them")], help: "give each port a name and a number of its own")
  }

  static func subsetElsewhere(_ cluster: Located<ClusterName>, _ subset: Service.Subset, of service: Service) -> Finding
  {
    let places = service.clusters.map { "`\($0.value)`" }
    return Finding(
      .subsetElsewhere,
      "the subset `\(subset.name.value)` is to be in `\(cluster.value)`, where \(service.inWords) is not",
      at: cluster.range, notes: service.clusters.first.map { [Annotation($0.range, "its clusters")] } ?? [],
      help: "the service is in \(listed(places))",
      mistake: "\(service.inWords) not in \(cluster.value)", obscures: ["services[].clusters"])
  }

  static func duplicateSubset(_ name: Located<SubsetName>, of service: Service, first: SourceRange) -> Finding {
    Finding(
      .subsetElsewhere, "\(service.inWords) has two subsets `\(name.value)`", at: name.range,
      notes: [Annotation(first, "the first of them")], help: "list it once, with all its clusters")
  }

  static func nothingToImport(_ cluster: Located<ClusterName>, _ service: Service) -> Finding {
    Finding(
      .nothingToImport, "\(service.inWords) is nowhere but in `\(cluster.value)` itself", at: cluster.range,
      notes: service.clusters.first.map { [Annotation($0.range, "where it is")] } ?? [],
      help: "name the clusters in which its clients are")
  }

  static func alreadyThere(_ cluster: Located<ClusterName>, _ service: Service) -> Finding {
    Finding(
      .nothingToImport, "\(service.inWords) is in `\(cluster.value)` already", at: cluster.range,
      help: "name the clusters that have clients and none of its pods")
  }

  static func neverInjected(_ service: Service) -> Finding {
    Finding(
      .neverInjected, "pods in `\(service.namespace.value)` get no proxies, and \(service.inWords) is there",
      at: service.namespace.range, help: "move the service to a namespace of applications")
  }
}
