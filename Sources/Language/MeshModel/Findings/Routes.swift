internal import Diagnostics
internal import MeshNames

extension FindingCode {
  static let unknownService = FindingCode(
    607, "unknown-service", .error,
    Explanation(
      meaning: "A route is for a service, or to a subset, that the topology does not have.",
      harm: "The proxies would answer every request that is routed there with 503.",
      sources: ["https://istio.io/latest/docs/reference/config/analysis/ist0101/"],
      wrong: .replicated(
        helloworld + "\n"
          + "routes: [{service: helowolrd, namespace: hello, in: [cluster1], rules: [{to: [{subset: v2}]}]}]"),
      right: .replicated(
        helloworld + "\n"
          + "routes: [{service: helloworld, namespace: hello, in: [cluster1], rules: [{to: [{subset: v2}]}]}]")
    ))

  static let weights = FindingCode(
    608, "weights", .error,
    Explanation(
      meaning: "The shares of a rule do not add up to a hundred.",
      harm: "Istio's validation refuses such a VirtualService, and without it the proxies refuse their configuration.",
      sources: ["https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRouteDestination"],
      wrong: .replicated(
        helloworld + "\n" + """
          routes:
            - service: helloworld
              namespace: hello
              in: [cluster1]
              rules: [{to: [{subset: v2, weight: 70}, {subset: v3, weight: 40}]}]
          """),
      right: .replicated(
        helloworld + "\n" + """
          routes:
            - service: helloworld
              namespace: hello
              in: [cluster1]
              rules: [{to: [{subset: v2, weight: 70}, {subset: v3, weight: 30}]}]
          """)))

  static let unreachableSubset = FindingCode(
    609, "unreachable-subset", .error,
    Explanation(
      meaning: "A cluster routes to a subset that is in other clusters alone, and does not import the service.",
      harm: "Without the service's entry the proxies there do not know how to reach it, and answer with 503.",
      sources: ["istio/istio.io@27e49473 content/blog/2019/multicluster-version-routing"],
      wrong: .replicated(
        helloworld + "\n"
          + "routes: [{service: helloworld, namespace: hello, in: [cluster2], rules: [{to: [{subset: v1}]}]}]"),
      right: .replicated(
        helloworld + "\n"
          + "routes: [{service: helloworld, namespace: hello, in: [cluster2], rules: [{to: [{subset: v2}]}]}]")
    ))

  static let duplicateRoute = FindingCode(
    610, "duplicate-route", .error,
    Explanation(
      meaning: "A cluster has two routes for one service, or a rule that no request can reach.",
      harm: "Of two VirtualServices for one host the older wins, and of two rules the first that matches.",
      sources: ["https://istio.io/latest/docs/ops/best-practices/traffic-management/#split-virtual-services"],
      wrong: .replicated(
        helloworld + "\n" + """
          routes:
            - {service: helloworld, namespace: hello, in: [cluster1], rules: [{to: [{subset: v1}]}]}
            - {service: helloworld, namespace: hello, in: [cluster1], rules: [{to: [{subset: v2}]}]}
          """),
      right: .replicated(
        helloworld + "\n" + """
          routes:
            - {service: helloworld, namespace: hello, in: [cluster1], rules: [{to: [{subset: v1}]}]}
          """)))

  private static let helloworld = """
    services:
      - name: helloworld
        namespace: hello
        clusters: [cluster1, cluster2]
        ports: [{name: http, number: 5000, protocol: http}]
        subsets:
          - {name: v1, labels: {version: v1}, clusters: [cluster1]}
          - {name: v2, labels: {version: v2}, clusters: [cluster2]}
          - {name: v3, labels: {version: v3}, clusters: [cluster2]}
        global: {importedBy: [cluster1]}
    """
}

extension Finding {
  static func unknownService(_ route: Route, services: [Service]) -> Finding {
    let names = services.map { "\($0.name.value).\($0.namespace.value)" }
    let meant = nearest(to: "\(route.service.value).\(route.namespace.value)", among: names)
    return Finding(
      .unknownService, "there is no service `\(route.service.value)` in `\(route.namespace.value)`",
      at: route.service.range,
      help: meant.map { "did you mean `\($0)`?" } ?? "list it under `services`")
  }

  static func unknownSubset(_ subset: Located<SubsetName>, of service: Service) -> Finding {
    let names = service.subsets.map(\.name.value.description)
    if names.isEmpty {
      return Finding(
        .unknownService, "\(service.inWords) has no subsets", at: subset.range,
        notes: [Annotation(service.name.range, "the service")], help: "list its `subsets`",
        mistake: "\(service.inWords) without subsets")
    }
    return Finding(
      .unknownService, "\(service.inWords) has no subset `\(subset.value)`", misspelt: subset.value.description,
      at: subset.range, among: names, notes: [Annotation(service.name.range, "the service")],
      otherwise: "its subsets are \(listed(names.map { "`\($0)`" }))")
  }

  static func weights(_ sum: Int, at range: SourceRange) -> Finding {
    Finding(.weights, "the shares add up to \(sum)", at: range, help: "they are hundredths of all requests")
  }

  static func weightMissing(_ destination: Route.Destination) -> Finding {
    Finding(
      .weights, "`\(destination.subset.value)` is one of several destinations, and has no share",
      at: destination.subset.range, help: "give each a `weight`; together they are 100")
  }

  static func unreachableSubset(_ subset: Located<SubsetName>, from cluster: ClusterName, _ service: Service) -> Finding
  {
    let places = service.subsets.first { $0.name.value == subset.value }.map { service.clusters(of: $0) } ?? []
    return Finding(
      .unreachableSubset,
      "`\(cluster)` routes to `\(subset.value)`, which is in \(listed(places.map { "`\($0)`" }.sorted())), and does not import \(service.inWords)",
      at: subset.range, help: "add `\(cluster)` to the service's `global.importedBy`",
      mistake: "\(service.inWords) not imported by \(cluster)")
  }

  static func duplicateRoute(_ cluster: Located<ClusterName>, _ service: Service, first: SourceRange) -> Finding {
    Finding(
      .duplicateRoute, "`\(cluster.value)` has a second route for \(service.inWords)", at: cluster.range,
      notes: [Annotation(first, "the first")], help: "write all its rules into one route")
  }

  static func unreachableRule(at range: SourceRange) -> Finding {
    Finding(
      .duplicateRoute, "no request reaches this rule: one before it takes them all", at: range,
      help: "let the rule without a match be the last")
  }
}
