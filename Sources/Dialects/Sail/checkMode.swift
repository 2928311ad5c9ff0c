internal import Diagnostics
internal import MeshModel
internal import MeshNames

/// What the topology asks for is what is planned here.
func checkMode(_ topology: Topology, _ log: inout FindingLog) {
  if let mode = topology.controlPlane?.mode, ![.multiPrimary, .primaryRemote, .external].contains(mode.value) {
    log.report(
      .notSupportedYet(
        "`mode: \(mode.value.rawValue)`", at: mode.range,
        help: "for `sail`, `multi-primary`, `primary-remote` and `external` are supported"))
  }
}
