internal import Diagnostics
internal import MeshNames

/// The Service of a gateway has families of addresses that its cluster has, and that those who dial it have.
func checkAddressFamilies(_ topology: Topology, _ log: inout FindingLog) {
  for cluster in topology.clusters {
    guard let gateway = cluster.gateway else { continue }
    checkPolicy(gateway.service, of: cluster, &log)
    guard topology.controlPlane?.mode?.value != .external, topology.meshes.isEmpty else { continue }
    let viewers = topology.clusters.filter { topology.network(of: $0) != topology.network(of: cluster) }
    for viewer in viewers { checkReach(of: gateway, in: cluster, from: viewer, topology, &log) }
  }
}

/// What the API server refuses (kubernetes.io, "IPv4/IPv6 dual-stack").
private func checkPolicy(_ service: GatewayService, of cluster: Cluster, _ log: inout FindingLog) {
  forEachRepetition(of: service.ipFamilies) { family, first in
    log.report(
      .gatewayFamilies("`\(family.value)` is listed twice", at: family.range, notes: [(first, "the first of them")]))
  }
  if let policy = service.ipFamilyPolicy, policy.value == .single, service.ipFamilies.count > 1 {
    log.report(
      .gatewayFamilies(
        "a Service of one family cannot have two", at: service.ipFamilies[1].range,
        notes: [(policy.range, "the policy")], help: "say `PreferDualStack`, or leave one of them out"))
  }
  if service.ipFamilyPolicy == nil, service.ipFamilies.count > 1 {
    log.report(
      .gatewayFamilies(
        "a Service has one family unless its policy says otherwise", at: service.ipFamilies[1].range,
        help: "add `ipFamilyPolicy: PreferDualStack`"))
  }
  guard let own = cluster.families, own.count == 1 else { return }
  for family in service.ipFamilies where !own.contains(family.value) {
    log.report(
      .gatewayFamilies(
        "\(cluster.inWords) has no \(family.value) addresses", at: family.range,
        notes: cluster.pods.first.map { [($0.range, "the addresses of its pods")] } ?? []))
  }
  if let policy = service.ipFamilyPolicy, policy.value == .requireDual {
    log.report(
      .gatewayFamilies(
        "\(cluster.inWords) has addresses of one family, and its gateway requires two", at: policy.range,
        notes: cluster.pods.first.map { [($0.range, "the addresses of its pods")] } ?? [],
        help: "say `PreferDualStack`, which takes what there is"))
  }
}

private func checkReach(
  of gateway: Gateway, in cluster: Cluster, from viewer: Cluster, _ topology: Topology, _ log: inout FindingLog
) {
  guard let offered = gateway.offeredFamilies(of: cluster, to: viewer, in: topology), let own = viewer.families,
    own.count == 1
  else { return }
  let pods = viewer.pods[0].range
  if offered.families.isDisjoint(with: own) {
    log.reportOnce(.unreachedFamily(of: cluster, from: viewer, at: offered.place, pods: pods))
  } else if offered.families.count > 1, !topology.picksGatewaysByFamily {
    log.reportOnce(.halfReachedFamily(of: cluster, from: viewer, at: offered.place, pods: pods))
  }
}

extension Gateway {
  /// The families of the addresses that another cluster is told, where they are known, and where that is said.
  fileprivate func offeredFamilies(
    of cluster: Cluster, to viewer: Cluster, in topology: Topology
  ) -> (families: Set<AddressFamily>, place: SourceRange)? {
    if let dialled = view(from: viewer, in: topology)?.address ?? (isListed ? address : nil) {
      guard case .address(let number) = dialled.value else { return nil }
      return ([AddressFamily(of: number)], dialled.range)
    }
    if let first = service.ipFamilies.first {
      return (Set(service.ipFamilies.map(\.value)), first.range)
    }
    // A Service of a cluster of two families may have addresses of both, of which one is said.
    guard service.type?.value != .nodePort, let address, case .address(let number) = address.value,
      cluster.families == [AddressFamily(of: number)]
    else { return nil }
    return ([AddressFamily(of: number)], address.range)
  }
}

extension Cluster {
  /// The families of its pods' addresses, where these are said.
  fileprivate var families: Set<AddressFamily>? {
    pods.isEmpty ? nil : Set(pods.map { AddressFamily(of: $0.value.address) })
  }
}

extension Topology {
  /// Whether istiod tells a proxy only gateways of its own families (dataplane: since Istio 1.30).
  fileprivate var picksGatewaysByFamily: Bool {
    guard let version = try? Version(parsing: distribution?.version?.value.description ?? "") else { return true }
    return version >= Version(1, 30, 0)
  }
}
