internal import Diagnostics
internal import MeshNames

/// The port that others dial is one that the gateway has, and that nothing else of it has.
func checkGatewayPorts(_ topology: Topology, _ log: inout FindingLog) {
  for cluster in topology.clusters {
    guard let gateway = cluster.gateway, let port = gateway.port else { continue }
    if topology.controlPlane?.dataPlane?.value == .ambient {
      log.report(
        .gatewayPort("other clusters of an ambient mesh dial 15008, whatever a gateway says", port, help: "remove it"))
    } else if topology.role(of: cluster) == .external {
      log.report(
        .gatewayPort("no other network comes in by the gateway of \(cluster.inWords)", port, help: "remove it"))
    } else if gateway.service.type?.value == .nodePort, gateway.address == nil, gateway.views.isEmpty {
      log.report(
        .gatewayPort(
          "other clusters dial the nodes at their node port, not at \(port.value)", port,
          help: "give the `address` that they shall dial, too, or say `nodePorts: {tls: …}` in its place"))
    } else if !gateway.isBehindOthersBalancer, let owner = topology.otherPorts(of: cluster)[port.value.number] {
      log.report(
        .gatewayPort(
          "port \(port.value) of the gateway is \(owner)", port,
          help: "choose another one, or leave it out: others dial \(CheckedGateway.standardPort) then"))
    }
  }
}

/// Beside node ports, an address without a port is for the verification, and other clusters do not dial it.
///
/// Those who say which nodes are dialled know that; those who give a name, or the port that nodes have, may not.
func checkNodeAddresses(_ topology: Topology, _ log: inout FindingLog) {
  guard topology.networks.count > 1, !topology.isFederated,
    [.sail, .istio].contains(topology.distribution?.name?.value),
    [.multiPrimary, .primaryRemote].contains(topology.controlPlane?.mode?.value)
  else { return }
  for gateway in topology.clusters.compactMap(\.gateway) {
    guard gateway.service.type?.value == .nodePort, gateway.service.nodeSelector.isEmpty,
      let address = gateway.address, !gateway.isListed
    else { continue }
    let ports = gateway.service.nodePorts.map(\.value.value.number)
    let port = gateway.service.nodePorts.first { $0.key.value == .tls }?.value.value.number
    let isNamed = if case .name = address.value { true } else { false }
    guard isNamed || port != nil, Set(ports).count == ports.count else { continue }
    log.report(.addressBesideNodePorts(address, port: port))
  }
}

extension Gateway {
  /// Whether what others dial is no Service's, so that its ports are somebody else's business.
  fileprivate var isBehindOthersBalancer: Bool {
    service.type?.value == .nodePort || (service.type?.value == .clusterIP && service.externalIPs.isEmpty)
  }
}

extension Topology {
  /// What the other ports of a gateway's Service are for.
  fileprivate func otherPorts(of cluster: Cluster) -> [Int: String] {
    let status = [15021: "where it says whether it is ready"]
    guard serves(cluster) else { return status }
    let serving = [15012: "that of discovery, which remote clusters need", 15017: "that of the injection webhook"]
    let addresses = cluster.gateway?.addressesForRemotes ?? []
    let isNamed = addresses.isEmpty || addresses.contains { if case .name = $0 { true } else { false } }
    return status.merging(serving) { $1 }.merging(
      isNamed ? [443: "that of the injection webhook, where remote clusters know the gateway by a name"] : [:]
    ) { $1 }
  }
}

extension Gateway {
  /// Every address that a remote cluster may know it by.
  fileprivate var addressesForRemotes: [Host] { (address.map { [$0.value] } ?? []) + views.map(\.address.value) }
}
