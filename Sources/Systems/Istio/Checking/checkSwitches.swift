internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import YAMLReading

/// No value of Istio's own takes away what the plan rests on: a switch that is on by itself, a control plane that runs and
/// that proxies ask.
func checkSwitches(_ topology: Topology, _ log: inout FindingLog) {
  for cluster in topology.clusters {
    for link in links {
      guard let value = topology.value(link.key, for: cluster), let text = value.text, link.isSevered(text, topology),
        let rests = link.rests(topology, cluster)
      else { continue }
      log.reportOnce(.severedLink(link.key, text, link.harm, at: value.range, rests))
    }
    checkExportedServices(topology, cluster, &log)
  }
}

/// With Multi-Cluster Services, what no ServiceExport names stays at home, and the plan makes none.
private func checkExportedServices(_ topology: Topology, _ cluster: Cluster, _ log: inout FindingLog) {
  guard topology.clusters.count > 1, topology.meshes.isEmpty,
    let value = topology.value("pilot.env.ENABLE_MCS_SERVICE_DISCOVERY", for: cluster), value.text == "true"
  else { return }
  log.reportOnce(.exportedServicesOnly(at: value.range))
}

/// A value that severs something, and what in a topology rests on it.
private struct Link {
  let key: String
  let harm: String
  let isSevered: @Sendable (String, Topology) -> Bool
  /// Where it shows that the mesh needs it; `nil` where it does not.
  let rests: @Sendable (Topology, Cluster) -> (place: SourceRange, words: String)?
}

/// In the order of dataplane's links: the control plane, the proxies' way to it, gateways and their names.
private let links: [Link] = [
  Link(key: "pilot.replicaCount", harm: "no control plane runs", isSevered: isZero, rests: isNeeded),
  Link(key: "pilot.autoscaleMax", harm: "no control plane runs", isSevered: isZero, rests: isNeeded),
  Link(
    key: "global.omitSidecarInjectorConfigMap", harm: "istiod knows no template, and injects no proxy",
    isSevered: { text, _ in text == "true" }, rests: isNeeded),
  Link(
    key: "global.operatorManageWebhooks", harm: "nobody asks istiod to inject proxies: the chart makes no webhook",
    isSevered: { text, topology in text == "true" && !topology.isExternal }, rests: isNeeded),
  Link(
    key: "meshConfig.defaultConfig.discoveryAddress", harm: "proxies ask somebody else for their configuration",
    isSevered: { text, topology in !topology.isControlPlane(text) || !text.hasSuffix(":15012") },
    rests: { topology, cluster in topology.isExternal || !topology.meshes.isEmpty ? nil : isNeeded(topology, cluster) }),
  Link(
    key: "pilot.env.PILOT_MULTI_NETWORK_DISCOVER_GATEWAY_API", harm: "istiod looks for no gateway of Gateway API",
    isSevered: isFalse,
    rests: { topology, _ in
      guard topology.networks.count > 1 else { return nil }
      if let dataPlane = topology.controlPlane?.dataPlane, dataPlane.value == .ambient {
        return (dataPlane.range, "all gateways of an ambient mesh are such")
      }
      let kind = topology.clusters.lazy.compactMap { $0.gateway?.kind }.first { $0.value == .gatewayAPI }
      return kind.map { ($0.range, "this gateway is one") }
    }),
  Link(
    key: "pilot.env.RESOLVE_HOSTNAME_GATEWAYS", harm: "istiod takes a gateway that has a name for none",
    isSevered: isFalse,
    rests: { topology, cluster in
      guard topology.networks.count > 1, topology.controlPlane?.dataPlane?.value != .ambient else { return nil }
      let others = topology.clusters.filter { topology.network(of: $0) != topology.network(of: cluster) }
      return others.lazy.compactMap(\.placeOfName).first.map { ($0, "this gateway has a name") }
    }),
]

@Sendable private func isZero(_ text: String, _: Topology) -> Bool { text == "0" }
@Sendable private func isFalse(_ text: String, _: Topology) -> Bool { text == "false" }
@Sendable private func isNeeded(_: Topology, _ cluster: Cluster) -> (place: SourceRange, words: String)? {
  (cluster.place, "the cluster that asks for it")
}

extension Cluster {
  /// Where it shows that others dial the gateway by a name: its address, or a platform whose load balancers have names.
  fileprivate var placeOfName: SourceRange? {
    if let address = gateway?.address {
      if case .name = address.value { return address.range }
      return nil
    }
    guard let platform, platform.value.namesLoadBalancers,
      gateway?.service.type.map({ $0.value == .loadBalancer }) ?? true,
      gateway?.service.loadBalancerClass == nil
    else { return nil }
    return platform.range
  }
}
