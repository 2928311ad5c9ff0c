internal import Diagnostics
internal import MeshNames

/// Where some reach a gateway, and others do not, there is somebody who reads it, and an address for everybody else.
func checkGatewayViews(_ topology: Topology, _ log: inout FindingLog) {
  for cluster in topology.clusters {
    guard let gateway = cluster.gateway, let first = gateway.views.first else { continue }
    if let reason = topology.reasonAgainstViews(of: cluster) {
      log.report(.gatewayView(reason, at: first.place, help: "remove `seenFrom`"))
      continue
    }
    let known = log.findings.count
    for view in gateway.views { checkViewer(view, of: cluster, in: topology, &log) }
    forEachRepetition(of: gateway.views.compactMap(\.cluster)) { viewer, first in
      log.report(.repeatedView("\(viewer.value)", at: viewer.range, first: first))
    }
    forEachRepetition(of: gateway.views.compactMap(\.network)) { viewer, first in
      log.report(.repeatedView("\(viewer.value)", at: viewer.range, first: first))
    }
    // Who is meant by a wrong item, nobody knows.
    if log.findings.count == known {
      checkDefault(gateway, of: cluster, in: topology, &log)
      checkAgreement(gateway, of: cluster, in: topology, &log)
    }
  }
  checkListedNetworks(topology, &log)
}

/// All clusters that one control plane serves are told the same.
private func checkAgreement(
  _ gateway: Gateway, of cluster: Cluster, in topology: Topology, _ log: inout FindingLog
) {
  for primary in topology.primaries {
    let served = [primary] + topology.remotes.filter { topology.primary(of: $0) == primary.name?.value }
    let viewers = served.filter { topology.network(of: $0) != topology.network(of: cluster) }
    guard let first = viewers.first else { continue }
    let told = gateway.dialled(from: first, in: topology)
    if let other = viewers.first(where: { gateway.dialled(from: $0, in: topology) != told }) {
      log.reportOnce(.separateViews(of: first, and: other, at: gateway.views[0].place))
    }
  }
}

private func checkViewer(
  _ view: GatewayView, of cluster: Cluster, in topology: Topology, _ log: inout FindingLog
) {
  if view.address.value.isLocal { log.report(.localGatewayAddress(view.address)) }
  if (view.cluster == nil) == (view.network == nil) {
    log.report(
      .gatewayView(
        "this says not from where the gateway is seen", at: view.place, help: "name a `cluster` or a `network`"))
  }
  if let network = view.network, !topology.networks.contains(where: { $0.value == network.value }) {
    let known = topology.networks.map(\.value.description)
    log.report(.unknownViewer("network", network.value.description, at: network.range, among: known))
  }
  if let network = view.network, network.value == topology.network(of: cluster),
    !topology.remotes.contains(where: {
      topology.primary(of: $0) == cluster.name?.value && topology.network(of: $0) == network.value
    })
  {
    log.report(
      .gatewayView(
        "nobody on the network `\(network.value)` dials its own gateway", at: network.range, help: "remove it"))
  }
  guard let name = view.cluster else { return }
  guard let viewer = topology.clusters.first(where: { $0.name?.value == name.value }) else {
    let known = topology.clusters.compactMap(\.name?.value.description)
    return log.report(.unknownViewer("cluster", name.value.description, at: name.range, among: known))
  }
  if let primary = topology.primary(of: viewer), primary != cluster.name?.value {
    log.report(
      .gatewayView(
        "\(viewer.inWords) dials what its control plane in `\(primary)` tells it", at: name.range,
        help: "name `\(primary)`: all clusters that it serves see the gateway alike"))
  } else if viewer.name?.value == cluster.name?.value
    || (topology.primary(of: viewer) == nil && topology.network(of: viewer) == topology.network(of: cluster))
  {
    log.report(
      .gatewayView(
        "\(viewer.inWords) never dials this gateway: it is on the same network", at: name.range, help: "remove it"))
  }
}

/// Those who are not listed need an address, too, and know it when the control plane starts.
private func checkDefault(_ gateway: Gateway, of cluster: Cluster, in topology: Topology, _ log: inout FindingLog) {
  guard gateway.address == nil, gateway.service.loadBalancerIP == nil, gateway.service.externalIPs.isEmpty,
    let own = topology.network(of: cluster)
  else { return }
  let others = topology.primaries.filter { reader in
    guard let network = topology.network(of: reader), network != own else { return false }
    return !gateway.views.contains { $0.cluster?.value == reader.name?.value || $0.network?.value == network }
  }
  if let other = others.first {
    log.report(
      .gatewayView(
        "nothing says where \(other.inWords) reaches the gateway of \(cluster.inWords)", at: gateway.place,
        help: "give its `address`, or another item of `seenFrom`"))
  }
}

/// Clients use gateways that are told of for a whole network, so that all gateways of one are told of, or none.
///
/// For an endpoint, istiod takes the gateways of its own cluster, which Services bring, before those of its network, which
/// `meshNetworks` brings (istio/istio, pilot/pkg/xds/endpoints/ep_filters.go, selectNetworkGateways).
private func checkListedNetworks(_ topology: Topology, _ log: inout FindingLog) {
  guard topology.networks.count > 1 else { return }
  for listed in topology.clusters where topology.reasonAgainstViews(of: listed) == nil {
    guard let gateway = listed.gateway, gateway.isListed, let network = topology.network(of: listed) else { continue }
    let others = topology.clusters.filter {
      $0.name?.value != listed.name?.value && topology.network(of: $0) == network && !($0.gateway?.isListed ?? false)
    }
    for other in others {
      log.report(
        .gatewayView(
          "\(other.inWords) is on the same network, and its gateway is read from its Service", at: gateway.place,
          help: "say of it, too, where it is seen: clients would use both gateways for both clusters"))
    }
  }
}

extension Topology {
  /// Why no one can see a gateway elsewhere than others do; `nil` where they can.
  fileprivate func reasonAgainstViews(of cluster: Cluster) -> String? {
    if controlPlane?.dataPlane?.value == .ambient {
      return "the proxies of an ambient mesh take a gateway's address from its status alone"
    }
    if cluster.gateway?.kind?.value == .gatewayAPI {
      return "a gateway that Istio makes from Gateway API tells everybody its address"
    }
    if role(of: cluster) == .external { return "a host's gateway has one address, which is the control plane's name" }
    return nil
  }
}

extension Gateway {
  /// What a cluster is told to dial, as a text that can be compared.
  fileprivate func dialled(from viewer: Cluster, in topology: Topology) -> String {
    let view = view(from: viewer, in: topology)
    let port = view?.port ?? port
    return "\(view.map { "\($0.address.value)" } ?? "") \(port.map { "\($0.value)" } ?? "")"
  }
}
