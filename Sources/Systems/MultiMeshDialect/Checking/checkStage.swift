internal import Diagnostics
internal import Istio
internal import MeshModel
internal import SailOperator

/// Beside an old mesh, the new one can be told from it, and nobody takes the old one away.
func checkStage(_ topology: Topology, _ sail: SailOptions, _ log: inout FindingLog) {
  guard let migration = topology.migration else { return }
  if migration.stage?.value == .sideBySide, !sail.istio.isRevisioned {
    log.report(
      .unnamedRevision(at: topology.controlPlane?.updateStrategy?.range ?? migration.place, stage: migration.place))
  }
  if topology.gitOps != nil {
    log.report(
      .notSupportedYet(
        "`gitops` on the way from OpenShift Service Mesh 2", at: migration.place,
        help:
          "have the controller stand still until the old mesh is removed: it would prune what the plan leaves in place")
    )
  }
}
