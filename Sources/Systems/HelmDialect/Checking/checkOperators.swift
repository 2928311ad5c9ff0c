internal import Diagnostics
internal import MeshModel
internal import YAMLReading

/// Nothing is said of an operator: there is none.
func checkOperators(_ topology: Topology, _ log: inout FindingLog) {
  for entry in [topology.distribution?.operator].compactMap({ $0 }) + topology.clusters.compactMap(\.operator) {
    log.report(.noOperator(at: entry.key.range))
  }
}
