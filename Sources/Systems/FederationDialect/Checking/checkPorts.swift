internal import Diagnostics
internal import MeshModel

/// An exported service has one port: routes that istiod makes for it name none.
func checkPorts(_ topology: Topology, _ log: inout FindingLog) {
  for rule in topology.exports.flatMap(\.rules) where rule.ports.count > 1 { log.report(.severalPorts(rule)) }
}
