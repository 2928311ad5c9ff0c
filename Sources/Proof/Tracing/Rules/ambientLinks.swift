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
    if from.name == to.name {
      assume("pods of `\(client.name)` reach the addresses of pods of `\(server.name)`, at 15008")
      add(
        Link(
          rule: .route, state: .holds, finding: "both are on the network `\(to.name)`",
          objects: [from.field, to.field].compactMap { $0 }, remedy: nil))
      return false
    }
    let entering = view.clusters.filter { $0.name != client.name && view.reader(of: $0, by: plane) != nil }
      .flatMap { cluster in cluster.gatewaysOfGatewayAPI.filter { $0.takesTunnels(into: to.name) }.map { (cluster, $0) }
      }
    guard let (cluster, gateway) = entering.first(where: { $0.0.name == server.name }) ?? entering.first else {
      add(
        Link(
          rule: .ambientGateway, state: .broken,
          finding: "istiod of `\(plane.host)` finds no gateway of `\(to.name)` that takes tunnels",
          objects: [to.field].compactMap { $0 },
          remedy:
            "give `\(server.name)` a Gateway of the class `istio-east-west`, labelled with the network, with a listener of HBONE that terminates"
        ))
      return true
    }
    let field = Link.ObjectField(gateway.file, "spec.listeners")
    via.append(.init(network: to.name, cluster: cluster.name, address: "", port: 15008))
    assume(
      "`\(client.name)` reaches the gateway of `\(to.name)` in `\(cluster.name)` at the address that its load balancer gets, port 15008"
    )
    add(
      .depends(
        .ambientGateway,
        "the gateway of `\(to.name)` in `\(cluster.name)` is dialled at the address that its load balancer gets, port 15008",
        field))
    guard gateway.namespace == other.namespace || gateway.namespace == plane.namespace else {
      add(.depends(.ambientGatewayIdentity, "the gateway is in `\(gateway.namespace ?? "")`", field))
      return true
    }
    if let owner = view.controlPlane(of: cluster), view.reader(of: server, by: owner) == nil {
      add(
        .broken(
          .gatewayEndpoints, "istiod of `\(owner.host)`, which the gateway asks, does not read `\(server.name)`",
          mend: "give it a remote secret of `\(view.id(of: server))`", owner.field("")))
    }
    return true
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

extension AppliedObject {
  /// Whether a Gateway is one that tunnels into a network end at (istio/istio, pilot/pkg/serviceregistry/ambient/networks.go).
  fileprivate func takesTunnels(into network: String) -> Bool {
    labels["topology.istio.io/network"] == network && content.at("spec.gatewayClassName")?.text == "istio-east-west"
      && (content.at("spec.listeners")?.items ?? []).contains {
        $0["protocol"]?.text == "HBONE" && $0.at("tls.mode")?.text == "Terminate"
      }
  }
}
