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
  let gateways = topology.clusters.compactMap(\.gateway)
  for address in gateways.compactMap(\.address) where address.value.isLocal {
    log.report(.localGatewayAddress(address))
  }
  let dialled = gateways.compactMap { gateway in
    gateway.address.flatMap { address in
      address.value.isLocal ? nil : address.map { Dialled(host: $0, port: gateway.port?.value.number) }
    }
  }
  forEachRepetition(of: dialled) { log.report(.sharedGatewayAddress($0.map(\.host), first: $1)) }
}

/// One address may stand for several gateways, each at a port of its own.
private struct Dialled: Hashable {
  let host: Host
  let port: Int?
}
