internal import Diagnostics

/// Mutual TLS is what the gateways between networks route by.
func checkMutualTLS(_ topology: Topology, _ log: inout FindingLog) {
  guard topology.networks.count > 1, let mode = topology.mesh?.mutualTLS, mode.value == .disable else { return }
  log.report(.plaintextAcrossNetworks(at: mode.range, networks: topology.networks))
}
