internal import Diagnostics
internal import ManualDiscovery
internal import MeshModel
internal import MeshNames
internal import MeshReleases
internal import PeerMeshes

/// The way to OpenShift Service Mesh 3, of a topology that is on it.
func checkMigration(_ topology: Topology, _ log: inout FindingLog) {
  let rules = topology.imports.flatMap(\.rules)
  guard let stage = topology.migration?.stage else {
    for rule in rules where topology.migration == nil { refuseEarlyDiscovery(rule, nil, &log) }
    return
  }
  for rule in rules where stage.value < .services { refuseEarlyDiscovery(rule, stage, &log) }
  for rule in rules where stage.value == .leave && rule.discovery?.value != .manual {
    log.report(.leftToFederation(rule, stage))
  }
  checkWay(topology, &log)
  checkIdentities(topology, &log)
  if stage.value > .prepare { checkDiscovery(topology, &log) }
}

private func refuseEarlyDiscovery(
  _ rule: ServiceImport.Rule, _ stage: Located<Migration.Stage>?, _ log: inout FindingLog
) {
  if let discovery = rule.discovery, discovery.value == .manual { log.report(.earlyDiscovery(discovery, stage)) }
}

/// What stands in the way at every stage.
func checkWay(_ topology: Topology, _ log: inout FindingLog) {
  if let version = topology.distribution?.version,
    let release = try? MaistraRelease(parsing: version.value.description), !release.canBeLeft
  {
    log.report(.tooOldToMigrate(version))
  }
  for type in topology.meshes.compactMap(\.ingress?.type) where type.value == .nodePort {
    log.report(.gatewayAtNodes(type))
  }
  for patch in topology.patches where patch.isOfOldKind { log.report(.patchOfOldKind(patch)) }
}

/// Aliases make one of a peer's account and one's own of the same name.
func checkIdentities(_ topology: Topology, _ log: inout FindingLog) {
  let peers = topology.peersByMesh
  for (index, mesh) in topology.meshes.enumerated() {
    guard let name = mesh.name?.value else { continue }
    for peer in topology.meshes[..<index] where peer.name.map({ peers[name]?.contains($0.value) ?? false }) ?? false {
      for member in mesh.members {
        guard let first = peer.members.first(where: { $0.value == member.value }) else { continue }
        log.report(.mergedIdentities(member, of: mesh, first, of: peer))
      }
    }
  }
}

extension MaistraRelease {
  /// OpenShift Service Mesh 3 is installed beside 2.6 alone.
  fileprivate var canBeLeft: Bool { minor >= MaistraSeries.last }
}

extension Patch {
  /// Whether what it changes goes with the old distribution.
  fileprivate var isOfOldKind: Bool { Federation.ownKinds.contains(kind.value.description) }
}

extension Federation {
  /// The kinds of objects that there are in OpenShift Service Mesh 2 alone.
  package static let ownKinds: Set = [
    "ServiceMeshControlPlane", "ServiceMeshMemberRoll", "ServiceMeshPeer", "ExportedServiceSet", "ImportedServiceSet",
  ]
}
