internal import Diagnostics

/// A stage is one of the distribution that the topology is for.
func checkMigration(_ topology: Topology, _ log: inout FindingLog) {
  guard let migration = topology.migration, let distribution = topology.distribution?.name else { return }
  let isOld = distribution.value == .maistra
  if let direction = isOld ? migration.from?.range : migration.to?.range {
    log.report(.misplacedDirection(at: direction, of: distribution))
  }
  if let stage = migration.stage, isOld != (stage.value < .sideBySide) {
    log.report(.misplacedStage(stage, of: distribution))
  }
}
