internal import Diagnostics
internal import LegacyIstio
internal import MeshModel
internal import MeshNames
internal import Planning

/// Where the control plane's components are reached.
extension LegacyCluster {
  var isPrimary: Bool { cluster.primary == nil }

  /// The cluster that has the control plane.
  var main: LegacyCluster {
    let place = topology.clusters.firstIndex { $0.primary == nil } ?? 0
    return LegacyCluster(topology, version, index: place)
  }

  var plannedCluster: PlannedCluster {
    PlannedCluster(
      name: name, context: context, network: cluster.network, role: isPrimary ? "primary" : "remote",
      primary: cluster.primary)
  }

  var isSecured: Bool { topology.security?.controlPlane?.value ?? false }
  var hasMutualTLS: Bool { topology.security?.mutualTLS?.value ?? false }

  /// What the addresses are: what the topology says, or what they look like.
  var exposure: ControlPlaneEndpoints.Exposure {
    if let written = cluster.endpoints?.exposure { return written.value }
    let given = ControlPlaneComponent.allCases.compactMap { $0.address(in: cluster.endpoints) }
    if given.allSatisfy({ isPod($0) }) { return .pods }
    return given.count > 1 && Set(given).count < given.count ? .gateway : .loadBalancers
  }

  private func isPod(_ host: Host) -> Bool {
    guard case .address(let address) = host else { return false }
    return cluster.pods.contains { $0.contains(address) }
  }

  /// The components that remote clusters use.
  ///
  /// Where addresses are given and none of them is Zipkin's, nothing is traced.
  var components: [ControlPlaneComponent] {
    let given = ControlPlaneComponent.allCases.filter { $0.address(in: cluster.endpoints) != nil }
    return given.isEmpty || given.contains(.zipkin) ? ControlPlaneComponent.allCases : [.pilot, .policy, .telemetry]
  }

  /// The address of a component as values and manifests have it.
  func address(of component: ControlPlaneComponent) -> String {
    component.address(in: cluster.endpoints)?.description ?? binding(of: component)?.reference ?? ""
  }

  var endpointBindings: [Binding] { components.compactMap(binding) }

  private func binding(of component: ControlPlaneComponent) -> Binding? {
    guard component.address(in: cluster.endpoints) == nil else { return nil }
    return Binding(
      name: "\(variable)_\(component.rawValue.uppercased())_ADDRESS",
      description: "the address of \(component.service) of \(name)",
      step: exposure == .pods ? step(.controlPlane) : step(.gateways), read: addressCommand(of: component),
      place: "clusters[\(index)].endpoints.\(component.rawValue)", origin: cluster.place)
  }

  private func addressCommand(of component: ControlPlaneComponent) -> Command {
    let output = Command.loadBalancerOutput
    switch exposure {
    case .pods:
      let selector = component.podLabels.map { "\($0.key)=\($0.value)" }.joined()
      return kubectl("get", "pod", "--selector=\(selector)", "--output=jsonpath={.items[0].status.podIP}")
    case .loadBalancers: return kubectl("get", "service", loadBalancer(of: component), output)
    case .gateway: return kubectl("get", "service", gateway(of: component), output)
    }
  }

  /// The Service by which a component is reached from outside.
  func loadBalancer(of component: ControlPlaneComponent) -> String { "\(component.service)-multicluster" }

  /// The gateway that a component is behind.
  ///
  /// Before 1.1 a gateway cannot tell policy from telemetry, which have one port; so the one of them has a gateway of its
  /// own.
  func gateway(of component: ControlPlaneComponent) -> String {
    component == .telemetry && version < Version(1, 1, 0) ? Self.telemetryGateway : Self.gatewayName
  }

  static let gatewayName = "istio-multiclustergateway"
  static let telemetryGateway = "istio-telemetrygateway"
}
