internal import Diagnostics
internal import MeshModel
internal import MeshNames

/// The operator names revisions itself, after the control plane and its release.
func checkRevision(_ topology: Topology, _ log: inout FindingLog) {
  guard let revision = topology.controlPlane?.revision else { return }
  log.report(
    .notSupportedYet(
      "a revision of your own name by the Sail operator", at: revision.range,
      help: "`updateStrategy: RevisionBased` makes one for each release, and the operator names it"))
}
