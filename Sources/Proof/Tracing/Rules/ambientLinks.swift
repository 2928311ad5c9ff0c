internal import AppliedMesh
internal import YAMLWriting

/// The ambient data plane: services that are everybody's, and gateways that tunnels end at.
extension Way {
  mutating func followAmbient(_ plane: ControlPlane, _ other: ControlPlane) {
    for each in [plane, other] where !each.isAmbientAcrossNetworks {
      add(
        .broken(
          .ambientSwitch, "istiod of `\(each.host)` knows nothing of ambient networks",
          mend: "set `AMBIENT_ENABLE_MULTI_NETWORK: \"true\"` in its `pilot.env`",
          each.field("pilot.env.AMBIENT_ENABLE_MULTI_NETWORK")))
    }
    followKnowledge(of: plane)
    followScope(plane)
    followNodeNetwork(of: client, plane)
    let isAway = followTunnel(plane, other)
    followTrust(plane, other)
    followDomain(plane, other)
    followPolicy(of: other)
    arrive(isAway ? .reachesThroughGateway : .reachesDirect)
  }

  /// A service is its cluster's own unless its labels, or its namespace's, say that it is everybody's, in each cluster, as
  /// each istiod sees it.
  private mutating func followScope(_ plane: ControlPlane) {
    for cluster in [client, server] {
      let namespace = cluster.namespaces[service.namespace]?.labels ?? [:]
      let object = cluster.services.first { $0.name == service.name && $0.namespace == service.namespace }
      if object == nil, cluster.name == client.name { continue }
      guard let object else {
        if plane.isGlobal(service.namespace, namespace, labels: [:]) { continue }
        assume("the service is labelled `istio.io/global: \"true\"` in every cluster")
        add(
          .depends(
            .scope, "nothing makes services of `\(service.namespace)` everybody's but a label of their own",
            plane.field("meshConfig.serviceScopeConfigs")))
        continue
      }
      guard plane.isGlobal(service.namespace, namespace, labels: object.labels) else {
        return add(
          .broken(
            .scope, "`\(service.inWords)` is `\(cluster.name)`'s own",
            mend: "label it `istio.io/global: \"true\"` there", Link.ObjectField(object.file, "metadata.labels")))
      }
      add(
        .holds(
          .scope, "`\(service.inWords)` of `\(cluster.name)` is everybody's",
          Link.ObjectField(object.file, "metadata.labels")))
    }
  }

  private mutating func followNodeNetwork(of cluster: ClusterView, _ plane: ControlPlane) {
    guard let field = cluster.nodeNetwork else {
      return assume("the proxies of the nodes of `\(cluster.name)` know their network")
    }
    let network = view.podNetwork(of: cluster, seenBy: plane)
    guard (cluster.nodeNetworkName ?? "") == network.name else {
      return add(
        .broken(
          .nodeNetwork,
          "proxies of the nodes of `\(cluster.name)` say `\(cluster.nodeNetworkName ?? "")`, and the cluster is on `\(network.name)`",
          mend: "call both by one name", field, network.field ?? plane.field("")))
    }
    add(.holds(.nodeNetwork, "the proxies of the nodes of `\(cluster.name)` are on `\(network.name)`", field))
  }

  /// - Returns: Whether requests pass a gateway.
  private mutating func followTunnel(_ plane: ControlPlane, _ other: ControlPlane) -> Bool {
    guard goesOn else { return false }
    let (from, to) = (view.podNetwork(of: client, seenBy: plane), view.podNetwork(of: server, seenBy: plane))
    let objects = [from.field, to.field].compactMap { $0 }
    if from.name == to.name {
      assume("pods of `\(client.name)` reach the addresses of pods of `\(server.name)`, at 15008")
      add(Link(rule: .route, state: .holds, finding: "both are on `\(to.name)`", objects: objects, remedy: nil))
      return false
    }
    let entering = view.tunnelEnds(of: to.name, knownTo: plane).filter { $0.cluster.name != client.name }
    if entering.isEmpty {
      add(
        Link(
          rule: .ambientGateway, state: .broken,
          finding: "istiod of `\(plane.host)` finds no gateway of `\(to.name)` that takes tunnels", objects: objects,
          remedy: "give `\(server.name)` a Gateway of the class `istio-east-west` with the network's label, and a "
            + "listener of HBONE that terminates"))
    }
    // Clients take one of several, and which that is is not defined.
    for end in entering { follow(end) }
    return true
  }

  private mutating func follow(_ end: MeshView.TunnelEnd) {
    let field = Link.ObjectField(end.gateway.file, "spec.listeners")
    let words = "the gateway in `\(end.cluster.name)`"
    via.append(.init(network: end.network, cluster: end.cluster.name, address: "", port: 15008))
    assume("`\(client.name)` reaches \(words) at the address that its load balancer gets, port 15008")
    add(.depends(.ambientGateway, "\(words) is dialled at the address that its load balancer gets, port 15008", field))
    guard let owner = view.controlPlane(of: end.cluster) else { return }
    guard owner.watches(end.gateway.namespace ?? "default", end.cluster.namespaces[end.gateway.namespace ?? ""]?.labels)
    else {
      return add(
        .broken(
          .gatewayPods,
          "`discoverySelectors` of `\(owner.host)` leave out the namespace of \(words): nothing makes its pods",
          mend: "add a selector that takes it", owner.field("meshConfig.discoverySelectors")))
    }
    guard view.reader(of: server, by: owner) != nil else {
      return add(
        .broken(
          .gatewayEndpoints, "istiod of `\(owner.host)`, which \(words) asks, does not read `\(server.name)`",
          mend: "give it a remote secret of `\(view.id(of: server))`", owner.field("")))
    }
    add(.holds(.gatewayEndpoints, "\(words) knows the pods of `\(server.name)`", field))
  }

  /// Proxies of nodes know no aliases.
  private mutating func followDomain(_ plane: ControlPlane, _ other: ControlPlane) {
    guard plane.trustDomain == other.trustDomain else {
      return add(
        .broken(
          .ambientDomain, "`\(plane.host)` is of `\(plane.trustDomain)`, and `\(other.host)` of `\(other.trustDomain)`",
          mend: "give both one trust domain", plane.field("meshConfig.trustDomain"),
          other.field("meshConfig.trustDomain")))
    }
    add(.holds(.ambientDomain, "both are of `\(plane.trustDomain)`", plane.field("meshConfig.trustDomain")))
  }
}

extension MeshView {
  /// A gateway at which tunnels into a network end.
  struct TunnelEnd {
    let network: String
    let cluster: ClusterView
    let gateway: AppliedObject
  }

  /// Those that a control plane finds (istio/istio, pilot/pkg/serviceregistry/ambient/networks.go).
  fileprivate func tunnelEnds(of network: String, knownTo plane: ControlPlane) -> [TunnelEnd] {
    (tunnelGateways[network] ?? []).filter { end in
      let namespace = end.gateway.namespace ?? "default"
      return reader(of: end.cluster, by: plane) != nil
        && plane.watches(namespace, end.cluster.namespaces[namespace]?.labels)
    }
  }
}

extension ControlPlane {
  /// Whether istiod of an ambient mesh looks beyond its own network.
  var isAmbientAcrossNetworks: Bool {
    isAmbient && variable("PILOT_ENABLE_AMBIENT") != "false" && variable("AMBIENT_ENABLE_MULTI_NETWORK") == "true"
  }

  /// Whether a service is everybody's: the first rule that takes it says so (istio/istio, manifests/helm-profiles/ambient.yaml
  /// where values say nothing).
  fileprivate func isGlobal(_ namespace: String, _ labelsOfNamespace: [String: String], labels: [String: String])
    -> Bool
  {
    guard let said = value("meshConfig.serviceScopeConfigs")?.items else { return labels["istio.io/global"] == "true" }
    let home = labelsOfNamespace.merging(["kubernetes.io/metadata.name": namespace]) { own, _ in own }
    return said.contains { rule in
      rule["scope"]?.text == "GLOBAL" && (rule["namespaceSelector"].map(home.satisfy) ?? true)
        && (rule["servicesSelector"].map(labels.satisfy) ?? true)
    }
  }
}
