internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import PeerMeshes

/// Every peer reaches the gateway that a mesh has for it, and what is said of a gateway holds.
func checkIngresses(_ topology: Topology, _ log: inout FindingLog) {
  let peers = topology.peersByMesh
  for mesh in topology.meshes {
    guard let name = mesh.name?.value, let ingress = mesh.ingress else { continue }
    let known = topology.meshes.filter { $0.name.map { peers[name]?.contains($0.value) ?? false } ?? false }
    let remote = known.filter { $0.cluster?.value != mesh.cluster?.value }.compactMap(\.name?.value)
    checkGatewayList(of: mesh, ingress, remote: Set(remote), topology, &log)
    if remote.isEmpty, !known.isEmpty {
      log.report(
        .misplacedIngress(
          "all peers of \(mesh.inWords) are in its own cluster, and reach its gateways' Services", at: ingress.place,
          help: "remove `ingress`"))
    }
    checkReach(of: mesh, ingress, from: remote, &log)
    checkAnnotations(ingress, &log)
  }
  checkAddresses(topology, &log)
  checkNodePorts(topology, &log)
}

private func checkGatewayList(
  of mesh: FederatedMesh, _ ingress: PeerIngress, remote: Set<MeshName>, _ topology: Topology, _ log: inout FindingLog
) {
  forEachRepetition(of: ingress.gateways.map(\.peer)) { name, _ in
    log.report(
      .misplacedIngress("the gateway for `\(name.value)` is listed already", at: name.range, help: "list it once"))
  }
  for gateway in ingress.gateways {
    if topology.mesh(gateway.peer.value) == nil {
      log.report(.unknownMesh(gateway.peer, topology.meshes))
    } else if !remote.contains(gateway.peer.value) {
      log.report(
        .misplacedIngress(
          "`\(gateway.peer.value)` is no peer in another cluster", at: gateway.peer.range,
          help: "remove it: a peer in the same cluster reaches the gateway's Service, and others have no gateway"))
    }
    if let ports = gateway.nodePorts, ingress.type?.value != .nodePort {
      log.report(
        .misplacedIngress(
          "ports of nodes are given for a gateway that is not reached at them", at: ports.place,
          help: "say `type: NodePort`, or remove them"))
    }
  }
}

private func checkReach(
  of mesh: FederatedMesh, _ ingress: PeerIngress, from remote: [MeshName], _ log: inout FindingLog
) {
  let type = ingress.type?.value ?? .loadBalancer
  if let address = ingress.addresses.first {
    if let domain = ingress.domain {
      log.report(
        .misplacedIngress(
          "gateways have names in `\(domain.value)`, and addresses beside it", at: address.range,
          help: "give one of them"))
    } else if type != .nodePort, !ingress.gateways.contains(where: { $0.nodePorts != nil }) {
      log.report(
        .misplacedIngress(
          "the gateways for all peers cannot have one address", at: address.range,
          help: "give an address to each: `gateways: [{for: PEER, addresses: […]}]`"))
    }
  }
  for peer in remote {
    let gateway = ingress.gateways.first { $0.peer.value == peer }
    let isReached = ingress.domain != nil || !(gateway?.addresses.isEmpty ?? true)
    let place = gateway?.peer.range ?? ingress.type?.range ?? ingress.place
    if type == .clusterIP, !isReached { log.report(.unreachableIngress(mesh, from: peer, at: place)) }
    guard type == .nodePort else { continue }
    if gateway?.nodePorts == nil { log.report(.noNodePorts(mesh, for: peer, at: place)) }
    if !isReached, ingress.addresses.isEmpty { log.report(.noNodeAddress(mesh, for: peer, at: place)) }
  }
}

/// What is behind the front of a load balancer must see TLS as it was sent.
private func checkAnnotations(_ ingress: PeerIngress, _ log: inout FindingLog) {
  let keys = ingress.annotations.map {
    (key: $0.key, name: $0.key.value.description, value: $0.value.value.description)
  }
  if let place = ingress.loadBalancerSettings.endsTLS {
    log.report(.terminatingBalancer(at: place, help: "remove it: the load balancer must pass TCP on"))
  }
  let isNetworkBalancer = keys.contains { $0.name == balancerType && networkBalancers.contains($0.value) }
  if let first = keys.first(where: { $0.name.hasPrefix("service.beta.kubernetes.io/aws-") }), !isNetworkBalancer {
    log.report(.terminatingBalancer(at: first.key.range, help: "say `\(balancerType): nlb`: a classic one is no use"))
  }
}

private let balancerType = "service.beta.kubernetes.io/aws-load-balancer-type"

/// `external` is a network load balancer of AWS' own controller (kubernetes-sigs/aws-load-balancer-controller).
private let networkBalancers: Set = ["nlb", "nlb-ip", "external"]

/// A gateway's address is one that leads to it alone.
private func checkAddresses(_ topology: Topology, _ log: inout FindingLog) {
  for host in topology.meshes.flatMap(\.ingressHosts) where host.value.isInnermost(in: topology.mesh.clusterDomain) {
    log.report(.localIngress(host.value.description, at: host.range))
  }
  let own = topology.mesh.clusterDomain.description
  for domain in topology.meshes.compactMap({ $0.ingress?.domain }) where domain.value.isWithin(own) {
    log.report(.localIngress(domain.value.description, at: domain.range))
  }
  let ingresses = topology.meshes.compactMap(\.ingress).filter { $0.type?.value != .nodePort }
  forEachRepetition(of: ingresses.flatMap(\.gateways).flatMap(\.addresses)) {
    log.report(.sharedIngress($0, first: $1))
  }
}

private func checkNodePorts(_ topology: Topology, _ log: inout FindingLog) {
  for (_, meshes) in topology.meshesByCluster {
    let ports = meshes.compactMap(\.ingress).flatMap(\.gateways).compactMap(\.nodePorts).flatMap {
      [$0.tls, $0.discovery]
    }
    forEachRepetition(of: ports) { log.report(.repeatedNodePort($0, first: $1)) }
  }
}

extension Host {
  /// Whether it means something else, or nothing, in another cluster.
  fileprivate func isInnermost(in domain: ClusterDomain) -> Bool {
    if case .name(let name) = self, ".\(name)".hasSuffix(".\(domain)") { return true }
    return isLocal
  }
}
