internal import AppliedMesh
internal import YAMLWriting

extension MeshView {
  /// The gateways of a network that a control plane knows: those of the Services and Gateways that it reads, and of its
  /// values.
  func gateways(of network: String, knownTo plane: ControlPlane) -> [NetworkGateway] {
    let discovers = plane.variable("PILOT_MULTI_NETWORK_DISCOVER_GATEWAY_API") != "false"
    let read = (entrances[network] ?? []).filter { entrance in
      let cluster = clusters[entrance.cluster]
      return (discovers || !entrance.isOfGatewayAPI) && reader(of: cluster, by: plane) != nil
        && plane.watches(entrance.namespace, cluster.namespaces[entrance.namespace]?.labels)
    }
    return gatewaysAmongValues(of: plane).filter { $0.network == network } + read.map(\.gateway)
  }

  private func gatewaysAmongValues(of plane: ControlPlane) -> [NetworkGateway] {
    (plane.value("global.meshNetworks")?.entries ?? []).flatMap { network in
      (network.value["gateways"]?.items ?? []).compactMap { gateway in
        guard let address = gateway["address"]?.text, let port = gateway["port"]?.number else { return nil }
        return NetworkGateway(
          network: network.key, cluster: nil, address: .init(address), port: port, pods: .unknown,
          origin: plane.field("global.meshNetworks.\(network.key).gateways"))
      }
    }
  }
}

extension ClusterView {
  /// The gateways that its objects make.
  func entrances(at index: Int) -> [MeshView.Entrance] {
    let made = gatewaysOfGatewayAPI.flatMap { object in object.gatewaysOfListeners(in: name).map { (object, $0, true) }
    }
    return (services.flatMap { object in object.gateways(in: name).map { (object, $0, false) } } + made).map {
      MeshView.Entrance(cluster: index, gateway: $0.1, namespace: $0.0.namespace ?? "default", isOfGatewayAPI: $0.2)
    }
  }
}

extension ClusterView {
  /// Its gateways for tunnels: of the class, with a network's label and a listener that terminates.
  var tunnelEnds: [MeshView.TunnelEnd] {
    gatewaysOfGatewayAPI.compactMap { gateway in
      let listeners = gateway.content.at("spec.listeners")?.items ?? []
      let terminates = listeners.contains { $0["protocol"]?.text == "HBONE" && $0.at("tls.mode")?.text == "Terminate" }
      guard terminates, gateway.content.at("spec.gatewayClassName")?.text == "istio-east-west",
        let network = gateway.labels["topology.istio.io/network"]
      else { return nil }
      return MeshView.TunnelEnd(network: network, cluster: self, gateway: gateway)
    }
  }
}

extension AppliedObject {
  /// A Service with a network's label is its gateway, if it lists the port that others dial and has an address outside of
  /// its cluster (istio/istio, pilot/pkg/serviceregistry/kube/controller/network.go).
  fileprivate func gateways(in cluster: String) -> [NetworkGateway] {
    guard let network = labels["topology.istio.io/network"] else { return [] }
    let dialled = labels["networking.istio.io/gatewayPort"].flatMap { Int($0) } ?? 15443
    guard let port = (content.at("spec.ports")?.items ?? []).first(where: { $0["port"]?.number == dialled }) else {
      return []
    }
    return outerAddresses(port).map { address, number in
      NetworkGateway(
        network: network, cluster: cluster, address: address, port: number,
        pods: .selected(
          by: content.at("spec.selector")?.texts ?? [:], namespace: namespace ?? "default",
          port: port["targetPort"]?.number ?? dialled),
        origin: Link.ObjectField(file, "spec"))
    }
  }

  private func outerAddresses(_ port: YAMLValue) -> [(NetworkGateway.Address, Int)] {
    let dialled = port["port"]?.number ?? 0
    let external = (content.at("spec.externalIPs")?.items ?? []).compactMap(\.text).map {
      (NetworkGateway.Address($0), dialled)
    }
    switch content.at("spec.type")?.text {
    case "LoadBalancer": return [(.assigned, dialled)] + external
    case "NodePort" where annotations["traffic.istio.io/nodeSelector"] != nil:
      return [(.assigned, port["nodePort"]?.number ?? 0)] + external
    default: return external
    }
  }

  /// A Gateway of Gateway API with a network's label, from which Istio makes a Service with the same labels.
  fileprivate func gatewaysOfListeners(in cluster: String) -> [NetworkGateway] {
    guard let network = labels["topology.istio.io/network"], content.at("spec.gatewayClassName")?.text == "istio" else {
      return []
    }
    let dialled = labels["networking.istio.io/gatewayPort"].flatMap { Int($0) } ?? 15443
    let listener = (content.at("spec.listeners")?.items ?? []).first { $0["port"]?.number == dialled }
    return listener.map { listener in
      [
        NetworkGateway(
          network: network, cluster: cluster, address: .assigned, port: dialled, pods: .made(listener: listener),
          origin: Link.ObjectField(file, "spec.listeners"))
      ]
    } ?? []
  }
}

extension ControlPlane {
  /// Whether a namespace is one that the control plane looks at; labels that nobody knows may be any.
  func watches(_ namespace: String, _ labels: [String: String]?) -> Bool {
    let selectors = value("meshConfig.discoverySelectors")?.items ?? []
    guard !selectors.isEmpty, let labels else { return true }
    let all = labels.merging(["kubernetes.io/metadata.name": namespace]) { own, _ in own }
    return selectors.contains { all.satisfy($0) }
  }
}

extension [String: String] {
  /// Whether a label selector takes what has these labels (meta/v1 LabelSelector).
  func satisfy(_ selector: YAMLValue) -> Bool {
    (selector["matchLabels"]?.texts ?? [:]).allSatisfy { self[$0.key] == $0.value }
      && (selector["matchExpressions"]?.items ?? []).allSatisfy(meet)
  }

  private func meet(_ expression: YAMLValue) -> Bool {
    guard let key = expression["key"]?.text else { return true }
    let values = (expression["values"]?.items ?? []).compactMap(\.text)
    return switch expression["operator"]?.text {
    case "In": self[key].map(values.contains) ?? false
    case "NotIn": !(self[key].map(values.contains) ?? false)
    case "Exists": self[key] != nil
    case "DoesNotExist": self[key] == nil
    default: true
    }
  }
}
