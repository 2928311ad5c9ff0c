package import Diagnostics
package import MeshModel
internal import MeshNames

/// What meshes import is exported to them, and gets names that it can have.
///
/// - Parameters:
///   - topology: The topology.
///   - log: Takes what is found.
///   - waits: Whether an import may be there before its export is, which it cannot where services are written down.
package func checkImports(_ topology: Topology, _ log: inout FindingLog, waits: Bool = true) {
  let peers = topology.peersByMesh
  var known: [[MeshName]: SourceRange] = [:]
  for imported in topology.imports {
    let pair = [imported.into.value, imported.from.value]
    if let first = known[pair] { log.report(.duplicateImport(imported, first: first)) }
    known[pair] = known[pair] ?? imported.into.range
    guard let mesh = topology.mesh(imported.into.value) else {
      log.report(.unknownMesh(imported.into, topology.meshes))
      continue
    }
    checkPeer(imported.from, of: imported.into.value, peers, topology, &log)
    if let domain = imported.domainSuffix, domain.value.isOwn(of: topology) { log.report(.ownDomain(domain)) }
    let isPeer = peers[imported.into.value]?.contains(imported.from.value) ?? false
    checkRules(of: imported, isPeer: isPeer && waits, topology, &log)
    checkLocality(of: imported, topology.cluster(of: mesh), &log)
  }
}

private func checkRules(of imported: ServiceImport, isPeer: Bool, _ topology: Topology, _ log: inout FindingLog) {
  let exported = topology.rules(from: imported.from.value, to: imported.into.value)
  for (index, rule) in imported.rules.enumerated() {
    check(rule, topology, &log)
    if let earlier = imported.rules[..<index].first(where: { $0.takes(everythingOf: rule) }) {
      log.report(.shadowedRule(at: rule.name.range, by: earlier.name.range))
    } else if isPeer, !exported.contains(where: { $0.canYield(rule) }) {
      log.report(.unexportedImport(rule, of: imported))
    }
  }
}

private func check(_ rule: ServiceImport.Rule, _ topology: Topology, _ log: inout FindingLog) {
  if let domain = rule.domainSuffix {
    if rule.isImportedAsLocal {
      log.report(.unusedDomain(domain))
    } else if domain.value.isOwn(of: topology) {
      log.report(.ownDomain(domain))
    }
  }
  if rule.isImportedAsLocal, rule.localNamespace == nil { log.report(.floatingImport(rule)) }
  if let alias = rule.alias?.name, rule.name.value == .any || rule.namespace.value == .any {
    log.report(.aliasOfMany(alias))
  }
}

private func checkLocality(of imported: ServiceImport, _ own: Cluster?, _ log: inout FindingLog) {
  guard let locality = imported.locality else { return }
  if let part = locality.subZone, locality.zone == nil { log.report(.localityHierarchy(part)) }
  guard let here = own?.locality, here.region.value == locality.region.value,
    imported.rules.contains(where: \.isImportedAsLocal)
  else { return }
  let areZonesApart = locality.zone != nil && here.zone != nil && locality.zone?.value != here.zone?.value
  if !areZonesApart { log.report(.sameRegion(locality.region, own: here.region.range)) }
}

extension DomainName {
  /// Whether it is the domain of a cluster's own services.
  fileprivate func isOwn(of topology: Topology) -> Bool { isWithin(topology.mesh.clusterDomain.suffix) }
}

extension ServiceImport.Rule {
  /// Whether a later rule matches nothing that this one does not.
  package func takes(everythingOf later: ServiceImport.Rule) -> Bool {
    namespace.value.covers(later.namespace.value) && name.value.covers(later.name.value)
  }
}

extension ServiceExport.Rule {
  /// Whether a service that the rule exports can have a name that the other side asks for.
  fileprivate func canYield(_ wanted: ServiceImport.Rule) -> Bool {
    let namespace = alias?.namespace.map { .named($0.value) } ?? self.namespace.value
    let name = alias?.name.map { .named($0.value) } ?? self.name?.value ?? .any
    return namespace.overlaps(wanted.namespace.value) && name.overlaps(wanted.name.value)
  }
}

extension Pattern {
  fileprivate func overlaps(_ other: Pattern) -> Bool { covers(other) || other.covers(self) }
}
