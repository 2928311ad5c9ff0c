package import Diagnostics
package import MeshModel
internal import YAMLReading

/// Refuses what the language has, and these releases of Istio do not.
package func refuseForeignKeys(_ topology: Topology, remoteAccess allowsRemoteAccess: Bool, _ log: inout FindingLog) {
  if let plane = topology.controlPlane?.dataPlane, plane.value == .ambient {
    log.report(.notSupportedYet("`dataPlane: ambient` with this release", at: plane.range))
  }
  if let strategy = topology.controlPlane?.updateStrategy, strategy.value == .revisionBased {
    log.report(.notSupportedYet("`updateStrategy: RevisionBased` with this release", at: strategy.range))
  }
  for entry in [topology.distribution?.operator].compactMap({ $0 }) + topology.clusters.compactMap(\.operator) {
    log.report(.notSupportedYet("an operator with this release", at: entry.key.range))
  }
  if let access = topology.remoteAccess, !allowsRemoteAccess || !access.value.isManual {
    log.report(.notSupportedYet("this `remoteAccess` in this mode", at: access.range))
  }
}
