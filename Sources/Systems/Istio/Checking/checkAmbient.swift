internal import Diagnostics
internal import MeshModel
internal import MeshNames

/// The ambient data plane spans clusters only in some meshes, and only from a release on.
func checkAmbient(_ topology: Topology, _ version: Version, _ log: inout FindingLog) {
  guard let dataPlane = topology.controlPlane?.dataPlane, dataPlane.value == .ambient else { return }
  if let mode = topology.controlPlane?.mode, mode.value != .multiPrimary {
    log.report(.ambientNeedsPrimaries(dataPlane, mode: mode))
  }
  if let written = topology.distribution?.version, version < Version(1, 27, 0) {
    log.report(.ambientTooOld(dataPlane, version: written.map { _ in version }))
  }
  if topology.networks.count == 1, topology.clusters.count > 1 {
    log.report(.ambientOnOneNetwork(dataPlane, network: topology.networks[0]))
  }
}
