internal import AppliedMesh
internal import YAMLWriting

/// A gateway on the way: it is dialled, takes the service's name in, and finds its pods.
extension Way {
  mutating func follow(_ gateway: NetworkGateway, knownTo plane: ControlPlane) {
    guard goesOn else { return }
    via.append(
      .init(network: gateway.network, cluster: gateway.cluster, address: gateway.address.text, port: gateway.port))
    let words = "the gateway of `\(gateway.network)`\(gateway.cluster.map { " in `\($0)`" } ?? "")"
    assume("`\(client.name)` reaches \(words) at \(gateway.address.inWords), port \(gateway.port)")
    let isKnown = if case .known = gateway.address { true } else { false }
    add(
      Link(
        rule: .gatewayAddress, state: isKnown ? .holds : .depends,
        finding: "\(words) is dialled at \(gateway.address.inWords), port \(gateway.port)", objects: [gateway.origin],
        remedy: nil))
    for (cluster, pods) in view.places(behind: gateway) {
      followPods(pods, of: gateway, in: cluster, plane)
      followEndpoints(behind: gateway, in: cluster, plane)
    }
  }

  private mutating func followPods(
    _ pods: NetworkGateway.Pods, of gateway: NetworkGateway, in cluster: ClusterView, _ plane: ControlPlane
  ) {
    let host = service.host(in: plane.clusterDomain)
    switch pods {
    case .unknown:
      add(
        .broken(
          .gatewayPods, "no pods of `\(cluster.name)` take in what is meant for other services",
          mend: "give it a gateway with a server of the mode AUTO_PASSTHROUGH", gateway.origin))
    case .made(let listener):
      let options = listener.at("tls.options")?.texts ?? [:]
      let passes = options["gateway.istio.io/listener-protocol"] == "auto-passthrough" || gateway.port == 15443
      guard passes, listener.at("tls.mode")?.text == "Passthrough" else {
        return add(
          .broken(
            .gatewayPods, "the listener at port \(gateway.port) passes nothing on",
            mend: "give it `tls: {mode: Passthrough}` and the option for auto-passthrough", gateway.origin))
      }
      follow(hosts: [listener["hostname"]?.text ?? "*"], host, at: gateway.origin)
    case .selected(let selector, let namespace, let port):
      followSelected(selector, namespace, port, of: gateway, in: cluster, host)
    }
  }

  private mutating func followSelected(
    _ selector: [String: String], _ namespace: String, _ port: Int, of gateway: NetworkGateway, in cluster: ClusterView,
    _ host: String
  ) {
    guard let pods = cluster.deployments.first(where: { $0.namespace == namespace && $0.hasPods(of: selector) }) else {
      return add(
        .broken(
          .gatewayPods, "the gateway's Service in `\(cluster.name)` selects no pods",
          mend: "let its selector have the labels of the gateway's pods", gateway.origin))
    }
    guard pods.isGateway else {
      return add(
        .broken(
          .gatewayPods, "the pods of `\(pods.name)` in `\(cluster.name)` are not there, or have no gateway's proxy",
          mend: "let them be injected by the template `gateway`, and be at least one",
          Link.ObjectField(pods.file, "spec")))
    }
    followListeners(of: pods, namespace, port, of: gateway, in: cluster, host)
    followView(of: pods, of: gateway, in: cluster)
  }

  /// Something listens where the Service leads to, and takes the service's name in.
  private mutating func followListeners(
    of pods: AppliedObject, _ namespace: String, _ port: Int, of gateway: NetworkGateway, in cluster: ClusterView,
    _ host: String
  ) {
    guard let owner = view.controlPlane(of: cluster), let configuration = view.configuration(of: owner) else { return }
    let scoped = owner.variable("PILOT_SCOPE_GATEWAY_TO_NAMESPACE") == "true"
    let listening = configuration.gateways.filter { object in
      pods.hasPods(of: object.content.at("spec.selector")?.texts ?? [:]) && (!scoped || object.namespace == namespace)
        && object.servers.contains { $0.mode == "AUTO_PASSTHROUGH" && ($0.port == port || $0.port == gateway.port) }
    }
    guard let first = listening.first else {
      return add(
        .broken(
          .gatewayPods, "nothing listens at port \(port) of the gateway in `\(cluster.name)`",
          mend: "give its control plane a Gateway for these pods, with a server of the mode AUTO_PASSTHROUGH there",
          gateway.origin, Link.ObjectField(pods.file, "spec.template.metadata.labels")))
    }
    add(
      .holds(
        .gatewayPods, "pods of `\(pods.name)` in `\(cluster.name)` listen there", Link.ObjectField(pods.file),
        Link.ObjectField(first.file)))
    let servers = listening.flatMap(\.servers).filter { $0.mode == "AUTO_PASSTHROUGH" }
    follow(hosts: servers.flatMap(\.hosts), host, at: Link.ObjectField(first.file, "spec.servers"))
  }

  /// The gateway looks at its own network, and at no other: it would send requests on to their gateways.
  private mutating func followView(of pods: AppliedObject, of gateway: NetworkGateway, in cluster: ClusterView) {
    let (networks, field) = (pods.networkView, Link.ObjectField(pods.file, "spec.template.spec.containers"))
    if networks.isEmpty {
      add(.depends(.gatewayEndpoints, "the gateway looks at all networks, and may send requests on to others", field))
    } else if !networks.contains(gateway.network) {
      add(
        .broken(
          .gatewayEndpoints, "the gateway in `\(cluster.name)` looks at `\(networks.joined(separator: ", "))` alone",
          mend: "set `ISTIO_META_REQUESTED_NETWORK_VIEW` to `\(gateway.network)`", field))
    }
  }

  private mutating func follow(hosts: [String], _ host: String, at field: Link.ObjectField) {
    let patterns = hosts.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    guard patterns.contains(where: { $0.covers(host) }) else {
      return add(
        .broken(
          .serverName,
          "the gateway's hosts, \(patterns.map { "`\($0)`" }.joined(separator: ", ")), do not cover `\(host)`",
          mend: "add a host that covers it", field))
    }
    add(.holds(.serverName, "the gateway takes in `\(host)`", field))
  }

  /// The gateway's own control plane has to know the service, by the same name, and its pods on the gateway's network.
  private mutating func followEndpoints(
    behind gateway: NetworkGateway, in cluster: ClusterView, _ plane: ControlPlane
  ) {
    guard goesOn, let owner = view.controlPlane(of: cluster) else { return }
    guard owner.clusterDomain == plane.clusterDomain else {
      return add(
        .broken(
          .domain,
          "`\(client.name)` calls services `*.\(plane.clusterDomain)`, and `\(cluster.name)` `*.\(owner.clusterDomain)`",
          mend: "give both one cluster domain", plane.field("global.proxy.clusterDomain"),
          owner.field("global.proxy.clusterDomain")))
    }
    guard view.reader(of: server, by: owner) != nil else {
      return add(
        .broken(
          .gatewayEndpoints, "istiod of `\(owner.host)`, which the gateway asks, does not read `\(server.name)`",
          mend: "give it a remote secret of `\(view.id(of: server))`", owner.field("")))
    }
    let network = view.podNetwork(of: server, seenBy: owner)
    guard MeshView.isSame(network.name, gateway.network) else {
      return add(
        .broken(
          .gatewayEndpoints, "the gateway's istiod sees the pods of `\(server.name)` on `\(network.name)`",
          mend: "call the network by one name everywhere", network.field ?? owner.field("")))
    }
    guard owner.watches(service.namespace, server.namespaces[service.namespace]?.labels) else {
      return add(
        .broken(
          .gatewayEndpoints, "`discoverySelectors` of `\(owner.host)` leave out `\(service.namespace)`",
          mend: "add a selector that takes it", owner.field("meshConfig.discoverySelectors")))
    }
    let home = if case .selected(_, let namespace, _) = gateway.pods { namespace } else { owner.namespace }
    followVisibility(to: home, by: owner, .serverName)
    if goesOn {
      add(.holds(.gatewayEndpoints, "the gateway knows the pods of `\(server.name)`", network.field ?? owner.field("")))
    }
  }
}

extension NetworkGateway.Address {
  /// The address, or what stands for it.
  var text: String {
    switch self {
    case .known(let text), .open(let text): text
    case .assigned: ""
    }
  }
}

extension MeshView {
  /// Where requests at a gateway's address end: its pods, or of one that values name, the gateways on its network.
  func places(behind gateway: NetworkGateway) -> [(ClusterView, NetworkGateway.Pods)] {
    if let name = gateway.cluster { return cluster(name).map { [($0, gateway.pods)] } ?? [] }
    let onNetwork = clusters.filter { cluster in
      controlPlane(of: cluster).map { podNetwork(of: cluster, seenBy: $0).name == gateway.network } ?? false
    }
    return onNetwork.map { ($0, listeningPods(of: $0)) }
  }

  /// Pods that let other networks in, whether their Service says so or not.
  private func listeningPods(of cluster: ClusterView) -> NetworkGateway.Pods {
    guard let owner = controlPlane(of: cluster), let configuration = configuration(of: owner) else { return .unknown }
    for gateway in configuration.gateways {
      let selector = gateway.content.at("spec.selector")?.texts ?? [:]
      guard let server = gateway.servers.first(where: { $0.mode == "AUTO_PASSTHROUGH" }),
        let pods = cluster.deployments.first(where: { $0.hasPods(of: selector) })
      else { continue }
      let services = cluster.services.filter {
        pods.namespace == $0.namespace && pods.hasPods(of: $0.content.at("spec.selector")?.texts ?? [:])
      }
      let target = services.flatMap(\.ports).first { $0.port == server.port }?.target ?? server.port
      return .selected(by: selector, namespace: pods.namespace ?? "default", port: target)
    }
    return .unknown
  }
}
