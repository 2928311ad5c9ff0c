internal import Diagnostics
internal import MeshNames

/// No two clusters are more than one state apart, and the mesh can change its root while it runs.
func checkRotation(_ topology: Topology, _ hierarchy: AuthorityHierarchy, _ log: inout FindingLog) {
  guard let states = hierarchy.rotation else { return }
  let common = topology.certificateAuthority?.rotation
  let clusters = topology.clusters.filter { topology.role(of: $0) != .remote }.compactMap { cluster in
    cluster.name.flatMap { states[$0.value] }.map {
      Located($0, at: cluster.certificateAuthority?.rotation?.range ?? common?.range ?? cluster.place)
    }
  }
  if let first = clusters.min(by: { $0.value < $1.value }) {
    for cluster in clusters where cluster.value.rawValue - first.value.rawValue > 1 {
      log.report(.statesApart(cluster, first))
    }
  }
  guard
    let place = common?.range ?? topology.clusters.lazy.compactMap({ $0.certificateAuthority?.rotation?.range }).first
  else { return }
  checkRotates(topology, hierarchy, at: place, &log)
  if hierarchy.generation == Generation(1) { checkFoldersOfBothRoots(topology, &log) }
}

/// What stands below the second root has folders like those below the first, with `-g2` behind.
private func checkFoldersOfBothRoots(_ topology: Topology, _ log: inout FindingLog) {
  let names = topology.clusters.flatMap { cluster in
    [cluster.name?.map(\.description), cluster.location?.map(\.description)].compactMap { $0 }
  }
  let tiers = topology.certificateAuthority?.tiers.map { $0.name.map(\.description) } ?? []
  let owners = Dictionary((names + tiers).map { ("\($0.value)-g2", $0) }) { first, _ in first }
  for name in names + tiers {
    guard let owner = owners[name.value] else { continue }
    log.report(.duplicateAuthority(name, "what `\(owner.value)` has below the next root", at: owner.range))
  }
}

private func checkRotates(
  _ topology: Topology, _ hierarchy: AuthorityHierarchy, at place: SourceRange, _ log: inout FindingLog
) {
  if let delivery = hierarchy.deliveryByCertManager {
    log.report(.oneRootOnly(at: place, delivery: delivery.range))
  }
  if let version = topology.distribution?.version {
    let release = try? Version(parsing: version.value.description)
    let isOld = release.map { $0.major == 1 && $0.minor < 20 } ?? false
    let isOther = ![.sail, .istio].contains(topology.distribution?.name?.value)
    if isOld || isOther { log.report(.rotationTooOld(at: place, version: version)) }
  }
  if let dataPlane = topology.controlPlane?.dataPlane, dataPlane.value == .ambient {
    log.report(.rotationInAmbient(at: place, dataPlane: dataPlane.range))
  }
}
