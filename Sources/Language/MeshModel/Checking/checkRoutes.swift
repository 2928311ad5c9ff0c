internal import Diagnostics
internal import MeshNames

/// Every route is for a service that there is, to subsets that its clusters reach, with shares that are a whole.
func checkRoutes(_ topology: Topology, _ log: inout FindingLog) {
  var routed: [RoutedService: SourceRange] = [:]
  for route in topology.routes {
    let service = topology.services.first {
      $0.name.value == route.service.value && $0.namespace.value == route.namespace.value
    }
    checkRules(of: route, &log)
    guard let service else {
      log.report(.unknownService(route, services: topology.services))
      continue
    }
    checkDestinations(of: route, service, &log)
    checkClusters(of: route, service, topology, &log)
    for cluster in route.clusters {
      let key = RoutedService(cluster: cluster.value, service: service.name.value, namespace: service.namespace.value)
      if let first = routed[key] { log.report(.duplicateRoute(cluster, service, first: first)) }
      routed[key] = routed[key] ?? cluster.range
    }
  }
}

private struct RoutedService: Hashable {
  let cluster: ClusterName
  let service: ServiceName
  let namespace: NamespaceName
}

private func checkRules(of route: Route, _ log: inout FindingLog) {
  for (index, rule) in route.rules.enumerated() {
    guard let first = rule.destinations.first else { continue }
    if route.rules[..<index].contains(where: { $0.headers.isEmpty && !$0.destinations.isEmpty }) {
      log.report(.unreachableRule(at: first.subset.range))
    }
    let weights = rule.destinations.compactMap(\.weight)
    if rule.destinations.count > 1 {
      for destination in rule.destinations where destination.weight == nil { log.report(.weightMissing(destination)) }
    }
    let sum = weights.map(\.value.percent).reduce(0, +)
    if let last = weights.last, weights.count == rule.destinations.count, sum != 100 {
      log.report(.weights(sum, at: last.range))
    }
  }
}

private func checkDestinations(of route: Route, _ service: Service, _ log: inout FindingLog) {
  let imports = Set((service.global?.importedBy ?? []).map(\.value))
  for destination in route.rules.flatMap(\.destinations) {
    guard let subset = service.subsets.first(where: { $0.name.value == destination.subset.value }) else {
      log.report(.unknownSubset(destination.subset, of: service))
      continue
    }
    let places = service.clusters(of: subset)
    for cluster in route.clusters.map(\.value) where !places.contains(cluster) && !imports.contains(cluster) {
      log.report(.unreachableSubset(destination.subset, from: cluster, service))
    }
  }
}

private func checkClusters(of route: Route, _ service: Service, _ topology: Topology, _ log: inout FindingLog) {
  let clusters = topology.clusters.compactMap(\.name)
  for cluster in route.clusters where !clusters.contains(where: { $0.value == cluster.value }) {
    log.report(.unknownCluster(cluster, of: "a route for \(service.inWords)", clusters: clusters))
  }
}
