package import Diagnostics
package import MeshModel
internal import MeshNames

/// What meshes export is there, is meant, and has a name of its own on the other side.
package func checkExports(_ topology: Topology, _ log: inout FindingLog) {
  let peers = topology.peersByMesh
  for export in topology.exports {
    guard let mesh = topology.mesh(export.from.value) else {
      log.report(.unknownMesh(export.from, topology.meshes))
      continue
    }
    for peer in export.to { checkPeer(peer, of: export.from.value, peers, topology, &log) }
    for rule in export.rules { check(rule, of: mesh, &log) }
  }
  for mesh in topology.meshes.compactMap(\.name?.value) {
    var known: Set<[Int]> = []
    for peer in (peers[mesh] ?? []).sorted() {
      // One list is most often for several peers, and is wrong once.
      let rules = topology.rules(from: mesh, to: peer)
      guard known.insert(rules.map(\.place.start)).inserted else { continue }
      checkTogether(rules, &log)
    }
  }
}

/// Both meshes are there, and each other's peers.
func checkPeer(
  _ name: Located<MeshName>, of mesh: MeshName, _ peers: [MeshName: Set<MeshName>], _ topology: Topology,
  _ log: inout FindingLog
) {
  if topology.mesh(name.value) == nil {
    log.report(.unknownMesh(name, topology.meshes))
  } else if peers[mesh]?.contains(name.value) != true {
    log.report(.noPeer(name, of: mesh))
  }
}

private func check(_ rule: ServiceExport.Rule, of mesh: FederatedMesh, _ log: inout FindingLog) {
  checkSelector(of: rule, &log)
  if let namespace = rule.namespace.value.name, !mesh.sees(namespace) {
    log.report(.exportOutside(rule.namespace, of: mesh))
  }
  if let alias = rule.alias?.name, rule.isAboutMany { log.report(.aliasOfMany(alias)) }
}

private func checkSelector(of rule: ServiceExport.Rule, _ log: inout FindingLog) {
  switch (rule.name, rule.labelsPlace) {
  case (nil, nil): log.report(.exportOfNothing(rule))
  case (.some, .some(let place)): log.report(.exportSelector("a service has a name here, and labels, too", at: place))
  case (nil, .some(let place)) where rule.labels.isEmpty:
    log.report(.exportSelector("no labels are the labels of every service", at: place))
  default: break
  }
}

/// What shows when the rules for one peer are looked at side by side.
private func checkTogether(_ rules: [ServiceExport.Rule], _ log: inout FindingLog) {
  var names: [String: SourceRange] = [:]
  for (index, rule) in rules.enumerated() {
    if let earlier = rules[..<index].first(where: { $0.takes(everythingOf: rule) }) {
      log.report(.shadowedRule(at: rule.place, by: earlier.place))
    } else if let name = rule.exportedName, !rule.isAboutMany {
      if let first = names[name] { log.report(.aliasCollision(name, at: rule.place, first: first)) }
      names[name] = names[name] ?? rule.place
    }
  }
}

extension FederatedMesh {
  /// Whether the control plane sees services of a namespace.
  fileprivate func sees(_ namespace: NamespaceName) -> Bool {
    members.contains { $0.value == namespace } || controlPlaneNamespace == namespace
  }
}

extension ServiceExport.Rule {
  /// Whether it can match more than one service.
  fileprivate var isAboutMany: Bool { name.map { $0.value == .any } ?? true || namespace.value == .any }

  /// Whether a later rule matches nothing that this one does not.
  fileprivate func takes(everythingOf later: ServiceExport.Rule) -> Bool {
    guard let name, namespace.value.covers(later.namespace.value) else { return false }
    return name.value.covers(later.name?.value ?? .any)
  }
}
