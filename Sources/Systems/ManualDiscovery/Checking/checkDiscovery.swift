package import Diagnostics
package import MeshModel
internal import MeshNames
internal import PeerMeshes

/// Every service that a mesh takes of a peer can be made known to it by hand, under the name that it is to have.
package func checkDiscovery(_ topology: Topology, _ log: inout FindingLog) {
  let discoveries = topology.discoveredServices
  var reported: Set<SourceRange> = []
  for case .unnamed(let place, let problem) in discoveries where reported.insert(place).inserted {
    log.report(.unnamedService(problem, at: place))
  }
  for case .unexported(let rule, let exporter, let names) in discoveries {
    log.report(.nothingToDiscover(rule, from: exporter, exported: names))
  }
  let services = discoveries.compactMap(\.service)
  checkSharedClusters(topology, &log)
  checkHosts(services, topology, &log)
  checkPorts(topology, services, &log)
  checkStatements(services, topology.mesh.clusterDomain, &log)
  checkUse(of: topology.exports, services, topology, &log)
}

/// Members of several meshes of one cluster would be seen by all of its control planes.
private func checkSharedClusters(_ topology: Topology, _ log: inout FindingLog) {
  for (_, meshes) in topology.meshesByCluster {
    guard let first = meshes.first else { continue }
    for mesh in meshes.dropFirst() { log.report(.sharedCluster(mesh, with: first)) }
  }
}

private func checkHosts(_ services: [DiscoveredService], _ topology: Topology, _ log: inout FindingLog) {
  var owners: [[String]: DiscoveredService] = [:]
  for service in services {
    let name = [service.exporter.description, service.host]
    if let owner = owners[name], owner.key != service.key {
      log.report(.clashingHost(service, "another service of `\(service.exporter)` has it", owner.importRule.name.range))
    } else if owners.updateValue(owners[name] ?? service, forKey: name) == nil {
      checkExporter(of: service, services, topology, &log)
    }
    checkImporter(of: service, topology, &log)
  }
}

/// In the exporter's mesh, the name must not be that of something else.
private func checkExporter(
  of service: DiscoveredService, _ services: [DiscoveredService], _ topology: Topology, _ log: inout FindingLog
) {
  let domain = topology.mesh.clusterDomain
  guard service.host != service.key.host(in: domain) else { return }
  let own = topology.exports.filter { $0.from.value == service.exporter }.flatMap(\.rules).first { rule in
    rule.name?.value.name.map { domain.host($0, in: rule.namespace.value) } == service.host
  }
  if let own {
    log.report(.clashingHost(service, "a Service that `\(service.exporter)` exports itself has it", own.place))
  } else if let taken = services.first(where: { $0.importer == service.exporter && $0.host == service.host }) {
    log.report(
      .clashingHost(service, "a service that `\(service.exporter)` imports itself has it", taken.importRule.name.range))
  } else if service.importRule.isImportedAsLocal, let namespace = service.importRule.localNamespace,
    let member = topology.mesh(service.exporter)?.members.first(where: { $0.value == namespace })
  {
    log.report(.localServiceIsMeant(service, member: member))
  }
}

/// Where the importer has a Service of the name, Istio looks no further.
private func checkImporter(of service: DiscoveredService, _ topology: Topology, _ log: inout FindingLog) {
  guard service.importRule.isImportedAsLocal, let namespace = service.importRule.localNamespace,
    let member = topology.mesh(service.importer)?.members.first(where: { $0.value == namespace })
  else { return }
  log.report(.localServiceWins(service, member: member))
}

private func checkPorts(_ topology: Topology, _ services: [DiscoveredService], _ log: inout FindingLog) {
  for rule in topology.exports.flatMap(\.rules) {
    for port in rule.ports where port.protocol.value == .udp { log.report(.datagrams(port)) }
    forEachRepetition(of: rule.ports.map(\.name)) { log.report(.repeatedPort("the name `\($0.value)`", $0.range, $1)) }
    forEachRepetition(of: rule.ports.map(\.number)) {
      log.report(.repeatedPort("the number \($0.value)", $0.range, $1))
    }
  }
  var known: [[String]: ServiceExport.Rule] = [:]
  for service in services where !service.exportRule.ports.isEmpty {
    let own = service.key.host(in: topology.mesh.clusterDomain)
    for name in [[service.importer.description, service.host], [own, service.exporter.description]] {
      if let other = known[name], !other.hasPorts(of: service.exportRule) {
        log.report(.differentPorts(service, other.place))
        break
      }
      known[name] = known[name] ?? service.exportRule
    }
  }
}

/// What is not said is read from Services that live, or stays open.
private func checkStatements(_ services: [DiscoveredService], _ domain: ClusterDomain, _ log: inout FindingLog) {
  var known: Set<ServiceKey> = []
  for service in services where known.insert(service.key).inserted {
    let uses = services.filter { $0.key == service.key }
    let needsLabels = uses.contains { $0.host != $0.key.host(in: domain) }
    let workload = uses.compactMap(\.exportRule.workload).first
    if uses.allSatisfy(\.exportRule.ports.isEmpty) {
      log.report(.liveService(service, "ports"))
    } else if needsLabels, workload?.labels.isEmpty ?? true {
      log.report(.liveService(service, "pods"))
    }
    if workload?.serviceAccount == nil { log.report(.unstatedIdentity(service)) }
  }
}

private func checkUse(
  of exports: [ServiceExport], _ services: [DiscoveredService], _ topology: Topology, _ log: inout FindingLog
) {
  let used = Set(services.map(\.exportRule.place))
  let peers = topology.peersByMesh
  for export in exports {
    for rule in export.rules where !used.contains(rule.place) { log.report(.unusedExport(rule)) }
    let meant = Set(export.to.map(\.value))
    let others = (peers[export.from.value] ?? []).subtracting(meant)
    if let first = export.to.first, !others.isEmpty, export.rules.contains(where: { used.contains($0.place) }) {
      log.report(.visibleExport(at: first.range, others: others.sorted()))
    }
  }
}

extension ServiceExport.Rule {
  fileprivate func hasPorts(of other: ServiceExport.Rule) -> Bool {
    let own = ports.map { [$0.name.value.description, "\($0.number.value)", "\($0.protocol.value)"] }
    return own == other.ports.map { [$0.name.value.description, "\($0.number.value)", "\($0.protocol.value)"] }
  }
}
