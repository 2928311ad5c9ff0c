internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import YAMLReading

/// What somebody writes into `meshNetworks` agrees with the networks, clusters and gateways that there are.
///
/// istiod says nothing of a name that it does not know: endpoints of that registry have no network, and are dialled
/// directly (istio/istio, pilot/pkg/serviceregistry/kube/controller/network.go).
func checkMeshNetworks(_ topology: Topology, _ log: inout FindingLog) {
  for reader in topology.primaries.isEmpty ? topology.clusters : topology.primaries {
    guard case .mapping(let networks)? = topology.value("global.meshNetworks", for: reader) else { continue }
    if topology.controlPlane?.dataPlane?.value == .ambient {
      log.reportOnce(.unreadMeshNetworks(at: networks.range))
      continue
    }
    for entry in networks.entries { check(entry, topology, &log) }
  }
  for remote in topology.remotes {
    if let own = remote.values?.mapping.node(at: ["global", "meshNetworks"]) {
      log.reportOnce(.unreadMeshNetworks(of: remote, at: own.range))
    }
  }
}

private func check(_ entry: Node.Entry, _ topology: Topology, _ log: inout FindingLog) {
  let endpoints = entry.value.value(at: "endpoints")?.items ?? []
  for range in endpoints.compactMap({ $0.value(at: "fromCidr") }) {
    do throws(Misfit) {
      _ = try CIDR(parsing: range.text ?? "")
    } catch {
      log.reportOnce(.unreadableRange(range, error))
    }
  }
  let registries = endpoints.compactMap { $0.value(at: "fromRegistry") }
  // Ranges may be those of machines that are in no cluster.
  let isOfClusters = endpoints.isEmpty || !registries.isEmpty
  guard let network = topology.networks.first(where: { $0.value.description == entry.key.text }) else {
    if isOfClusters { log.reportOnce(.unknownMeshNetwork(entry.key, among: topology.networks)) }
    return
  }
  for registry in registries { check(registry, in: network, topology, &log) }
  let clusters = topology.clusters.filter { topology.network(of: $0) == network.value }
  for gateway in entry.value.value(at: "gateways")?.items ?? [] {
    check(gateway, of: clusters, registries.compactMap(\.text), topology, &log)
  }
}

private func check(
  _ registry: Node, in network: Located<NetworkName>, _ topology: Topology, _ log: inout FindingLog
) {
  let name = registry.text ?? ""
  guard let cluster = topology.clusters.first(where: { $0.name?.value.description == name }) else {
    return log.reportOnce(.unknownRegistry(name, at: registry.range, among: topology.clusters))
  }
  if let other = topology.network(of: cluster), other != network.value {
    log.reportOnce(.registryElsewhere(cluster, on: other, not: network, at: registry.range))
  }
}

private func check(
  _ gateway: Node, of clusters: [Cluster], _ registries: [String], _ topology: Topology, _ log: inout FindingLog
) {
  if let service = gateway.value(at: "registryServiceName") {
    let known = clusters.filter { registries.contains($0.name?.value.description ?? "") }.map(topology.gatewayHost)
    if !known.contains(service.text ?? "") { log.reportOnce(.unknownGatewayService(service, among: known)) }
  }
  let addresses = clusters.compactMap { $0.gateway?.address }
  if let address = gateway.value(at: "address"), !clusters.isEmpty, addresses.count == clusters.count,
    let first = addresses.first, !addresses.contains(where: { $0.value.description == address.text })
  {
    log.reportOnce(.anotherGatewayAddress(address, known: first))
  }
  let ports = clusters.compactMap(\.gatewayPort)
  if let port = gateway.value(at: "port"), !ports.isEmpty, !ports.map(String.init).contains(port.text ?? "") {
    log.reportOnce(.deafGatewayPort(port, listening: ports))
  }
}

extension Topology {
  /// The name of a cluster's gateway, as a registry has it.
  fileprivate func gatewayHost(of cluster: Cluster) -> String {
    let isMade = cluster.gateway?.kind?.value == .gatewayAPI
    let namespace = cluster.gateway?.namespace?.value ?? controlPlane?.namespace?.value
    return mesh.clusterDomain.host(
      "\(ClusterScope.gatewayName)\(isMade ? "-istio" : "")", in: namespace?.description ?? standardNamespace)
  }
}

extension Cluster {
  /// The port that others dial; `nil` where it is one of a node's that nobody has said.
  fileprivate var gatewayPort: Int? {
    if let port = gateway?.port?.value { return port.number }
    guard gateway?.service.type?.value == .nodePort else { return CheckedGateway.standardPort }
    return gateway?.service.nodePorts.first { $0.key.value == .tls }?.value.value.number
  }
}
