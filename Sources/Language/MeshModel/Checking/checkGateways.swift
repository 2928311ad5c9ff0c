internal import Diagnostics
internal import MeshNames

/// A gateway between networks needs a second network, unless it lets remote clusters in.
func checkGateways(_ topology: Topology, _ log: inout FindingLog) {
  guard topology.controlPlane?.mode?.value == .multiPrimary, topology.networks.count == 1 else { return }
  for cluster in topology.clusters {
    if let gateway = cluster.gateway { log.report(.gatewayWithoutNetworks(gateway, networks: topology.networks)) }
  }
}

/// The address of a gateway is one that another cluster can reach, and one gateway's alone.
func checkGatewayAddresses(_ topology: Topology, _ log: inout FindingLog) {
  let addresses = topology.clusters.compactMap { $0.gateway?.address }
  for address in addresses where address.value.isLocal { log.report(.localGatewayAddress(address)) }
  forEachRepetition(of: addresses.filter { !$0.value.isLocal }) {
    log.report(.sharedGatewayAddress($0, first: $1))
  }
}
