internal import Diagnostics
internal import MeshModel
internal import MeshNames

/// The ambient data plane spans clusters only in some meshes, and only from a release on.
func checkAmbient(_ topology: Topology, _ version: Version, _ log: inout FindingLog) {
  guard let dataPlane = topology.controlPlane?.dataPlane, dataPlane.value == .ambient else {
    return checkSidecars(topology, &log)
  }
  if let mode = topology.controlPlane?.mode, mode.value != .multiPrimary {
    log.report(.ambientNeedsPrimaries(dataPlane, mode: mode))
  }
  if let written = topology.distribution?.version, version < Version(1, 27, 0) {
    log.report(.ambientTooOld(dataPlane, version: written.map { _ in version }))
  }
  if topology.networks.count == 1, topology.clusters.count > 1 {
    log.report(.ambientOnOneNetwork(dataPlane, network: topology.networks[0]))
  }
  checkCrossing(topology, version, &log)
}

/// Clients use one gateway of each other network, and what crosses networks beside their requests came with 1.29.
private func checkCrossing(
  _ topology: Topology, _ version: Version, _ log: inout FindingLog
) {
  guard topology.networks.count > 1 else { return }
  for network in topology.networks {
    let clusters = topology.clusters.filter { topology.network(of: $0) == network.value }
    if clusters.count > 1 { log.report(.gatewaysOfOneNetwork(network, clusters: clusters)) }
  }
  if version < Version(1, 29, 0), let crossing = topology.controlPlane?.acrossNetworks {
    log.report(.crossingTooEarly(crossing, version))
  }
}

/// Waypoints, and what is said of networks' edges, are of ambient meshes alone.
private func checkSidecars(_ topology: Topology, _ log: inout FindingLog) {
  for waypoint in topology.namespaces.compactMap(\.waypoint) {
    log.report(.misplacedAmbient("a `waypoint`", at: waypoint.range, help: "sidecars do what it would"))
  }
  if let crossing = topology.controlPlane?.acrossNetworks {
    log.report(
      .misplacedAmbient("`acrossNetworks`", at: crossing.place, help: "with sidecars, both are so by themselves"))
  }
}
