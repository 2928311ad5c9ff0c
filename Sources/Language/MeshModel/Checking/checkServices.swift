internal import Diagnostics
internal import MeshNames

/// Every service is listed once, its ports and subsets agree, and it is in clusters that there are.
func checkServices(_ topology: Topology, _ log: inout FindingLog) {
  checkRepeatedServices(topology, &log)
  let system = topology.controlPlane?.namespace?.value.description ?? topology.standardNamespace
  for service in topology.services {
    checkClusterNames(of: service, topology, &log)
    checkPorts(of: service, &log)
    checkSubsets(of: service, &log)
    checkImports(of: service, &log)
    if ["kube-system", "kube-public", system].contains(service.namespace.value.description) {
      log.report(.neverInjected(service))
    }
  }
}

private func checkRepeatedServices(_ topology: Topology, _ log: inout FindingLog) {
  var known: [String: SourceRange] = [:]
  for service in topology.services {
    let name = "\(service.name.value).\(service.namespace.value)"
    if let first = known[name] { log.report(.duplicateService(service, first: first)) }
    known[name] = known[name] ?? service.name.range
  }
}

private func checkClusterNames(of service: Service, _ topology: Topology, _ log: inout FindingLog) {
  let clusters = topology.clusters.compactMap(\.name)
  let known = Set(clusters.map(\.value))
  let named =
    service.clusters + service.subsets.flatMap(\.clusters) + (service.global?.importedBy ?? []) + service.replicateTo
  for cluster in named where !known.contains(cluster.value) {
    log.report(.unknownCluster(cluster, of: service.inWords, clusters: clusters))
  }
}

private func checkPorts(of service: Service, _ log: inout FindingLog) {
  forEachRepetition(of: service.ports.map(\.name)) {
    log.report(.repeatedPort("the name `\($0.value)`", at: $0.range, of: service, first: $1))
  }
  forEachRepetition(of: service.ports.map(\.number)) {
    log.report(.repeatedPort("the number \($0.value)", at: $0.range, of: service, first: $1))
  }
}

private func checkSubsets(of service: Service, _ log: inout FindingLog) {
  forEachRepetition(of: service.subsets.map(\.name)) { log.report(.duplicateSubset($0, of: service, first: $1)) }
  let places = Set(service.clusters.map(\.value))
  for subset in service.subsets {
    for cluster in subset.clusters where !places.contains(cluster.value) && !places.isEmpty {
      log.report(.subsetElsewhere(cluster, subset, of: service))
    }
  }
}

private func checkImports(of service: Service, _ log: inout FindingLog) {
  let places = Set(service.clusters.map(\.value))
  for cluster in service.global?.importedBy ?? [] where places == [cluster.value] {
    log.report(.nothingToImport(cluster, service))
  }
  for cluster in service.replicateTo where places.contains(cluster.value) {
    log.report(.alreadyThere(cluster, service))
  }
}
