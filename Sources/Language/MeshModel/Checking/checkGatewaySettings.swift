internal import Diagnostics
internal import MeshNames

/// The settings of a gateway agree with each other and with what the gateway is for.
func checkGatewaySettings(_ topology: Topology, _ log: inout FindingLog) {
  for cluster in topology.clusters {
    guard let gateway = cluster.gateway else { continue }
    checkScaling(gateway.scaling, gateway.resources, &log)
    checkResources(gateway.resources, &log)
    if !gateway.isMade(in: topology) { checkService(gateway, of: cluster, in: topology, &log) }
    checkAddress(gateway, &log)
    checkKind(gateway, of: cluster, in: topology, &log)
  }
}

private func checkScaling(_ scaling: GatewayScaling, _ resources: ResourceRequirements, _ log: inout FindingLog) {
  if let replicas = scaling.replicas, let autoscaling = scaling.autoscaling {
    log.report(.fixedAndScaled(replicas, autoscaling))
    return
  }
  let fewest = scaling.replicas ?? scaling.autoscaling?.minReplicas
  if let autoscaling = scaling.autoscaling {
    if let least = autoscaling.minReplicas, let most = autoscaling.maxReplicas, least.value > most.value {
      log.report(.fewestAboveMost(least, most))
    }
    if let cpu = autoscaling.cpu, cpu.value.number > 100 { log.report(.aboveAllProcessorTime(cpu)) }
  }
  if let requests = resources.requests ?? resources.limits, !requests.hasCPU, scaling.replicas == nil {
    log.report(.scaledByNothing(resources: requests.place, scaling: scaling.autoscaling?.place))
  }
  let pods = fewest?.value.number ?? GatewayScaling.standard.minReplicas
  if let budget = scaling.minAvailable, budget.value.number >= pods {
    log.report(.undrainable(budget, pods: pods, at: fewest?.range))
  }
}

private func checkResources(_ resources: ResourceRequirements, _ log: inout FindingLog) {
  for amount in [\ResourceRequirements.Amounts.cpu, \.memory] {
    guard let request = resources.requests?[keyPath: amount], let limit = resources.limits?[keyPath: amount],
      request.value > limit.value
    else { continue }
    log.report(.requestAboveLimit(request, limit))
  }
}

private func checkService(
  _ gateway: Gateway, of cluster: Cluster, in topology: Topology, _ log: inout FindingLog
) {
  let service = gateway.service
  switch service.type?.value ?? .loadBalancer {
  case .loadBalancer: service.placeOfNodeSettings.map { log.report(.notOfLoadBalancers(at: $0)) }
  case .nodePort:
    service.placeOfLoadBalancerSettings.map { log.report(.notOfType(service.type, at: $0)) }
    guard let type = service.type else { break }
    if topology.serves(cluster), !gateway.isListed {
      log.report(.nodePortsServeNoRemotes(type))
    } else if gateway.address == nil, gateway.views.isEmpty {
      log.report(.unstatedNodeAddress(type, of: cluster))
    }
  case .clusterIP:
    (service.placeOfLoadBalancerSettings ?? service.placeOfNodeSettings)
      .map { log.report(.notOfType(service.type, at: $0)) }
    if let type = service.type, service.externalIPs.isEmpty, !gateway.isListed { log.report(.unreachable(type)) }
  }
  forEachRepetition(of: service.nodePorts.map(\.value)) { log.report(.sharedNodePort($0, first: $1)) }
  checkForeignBalancer(gateway, of: cluster, in: topology, &log)
}

/// What others are told is an address that the Service gets, where that is said in two places.
private func checkAddress(_ gateway: Gateway, _ log: inout FindingLog) {
  guard let address = gateway.address, case .address(let number) = address.value else { return }
  let service = gateway.service
  if let wanted = service.loadBalancerIP, wanted.value != number {
    log.report(.otherAddress("\(wanted.value)", at: wanted.range, than: address))
  }
  if let first = service.externalIPs.first, !service.externalIPs.contains(where: { $0.value == number }) {
    log.report(.otherAddress("\(first.value)", at: first.range, than: address))
  }
  guard (service.type?.value ?? .loadBalancer) == .loadBalancer else { return }
  for pair in service.annotations where wantedAddressKeys.contains(pair.key.value.description) {
    let text = pair.value.value.description
    let wanted = text.split { $0 == "," || $0.isWhitespace }.map { try? IPAddress(parsing: String($0)) }
    if !wanted.contains(number) { log.report(.otherAddress(text, at: pair.value.range, than: address)) }
  }
}

/// What asks load balancers outside of clouds for certain addresses (the documents of MetalLB, kube-vip and Cilium).
private let wantedAddressKeys: Set = [
  "metallb.io/loadBalancerIPs", "metallb.universe.tf/loadBalancerIPs", "kube-vip.io/loadbalancerIPs",
  "lbipam.cilium.io/ips", "io.cilium/lb-ipam-ips",
]

/// Before a gateway that lets remote clusters in, somebody else's load balancer has more ports to lead on than one.
private func checkForeignBalancer(
  _ gateway: Gateway, of cluster: Cluster, in topology: Topology, _ log: inout FindingLog
) {
  guard topology.serves(cluster), gateway.isListed, let address = gateway.address,
    gateway.service.type?.value == .nodePort
  else { return }
  let said = gateway.service.nodePorts.map(\.key.value)
  let open = [GatewayPortName.istiod, .webhook].filter { !said.contains($0) }
  if !open.isEmpty { log.report(.foreignBalancer(at: address, open: open)) }
}

/// What Gateway API makes a gateway from says nothing of pods and little of the Service.
private func checkKind(_ gateway: Gateway, of cluster: Cluster, in topology: Topology, _ log: inout FindingLog) {
  let isAmbient = topology.controlPlane?.dataPlane?.value == .ambient
  if let kind = gateway.kind, isAmbient, kind.value == .deployment {
    log.report(.deploymentOfAmbient(kind, dataPlane: topology.controlPlane?.dataPlane?.range))
  }
  if let kind = gateway.kind, kind.value == .gatewayAPI, !isAmbient {
    if topology.role(of: cluster) != .primary || topology.serves(cluster) {
      log.report(.gatewayAPIAcrossControlPlanes(kind, of: cluster))
    }
  }
  if gateway.isMade(in: topology), let place = gateway.placeOfDeploymentSettings {
    log.report(
      .notSupportedYet(
        "this setting of a gateway that is made from Gateway API", at: place,
        help: "Istio makes its Deployment and its Service, and passes annotations on: many clouds have one for this"))
  }
}

extension Gateway {
  /// Whether the control plane makes its Deployment and its Service.
  fileprivate func isMade(in topology: Topology) -> Bool {
    kind?.value == .gatewayAPI || topology.controlPlane?.dataPlane?.value == .ambient
  }
}

extension Topology {
  /// Whether a cluster's control plane has other clusters to serve.
  package func serves(_ cluster: Cluster) -> Bool {
    guard let name = cluster.name?.value else { return false }
    return role(of: cluster) == .external || remotes.contains { primary(of: $0) == name }
  }
}
