internal import Diagnostics
internal import MeshModel

/// The gateway's chart has a value for every setting of its Service.
func checkGatewayServices(_ topology: Topology, _ log: inout FindingLog) {
  guard topology.controlPlane?.dataPlane?.value != .ambient else { return }
  for gateway in topology.clusters.compactMap(\.gateway) {
    guard gateway.kind?.value != .gatewayAPI, let place = gateway.service.loadBalancerClass?.range else { continue }
    log.report(
      .notSupportedYet(
        "`loadBalancerClass` by Helm", at: place,
        help: "the gateway's chart has no value for it: many clouds have an annotation for the same"))
  }
}
