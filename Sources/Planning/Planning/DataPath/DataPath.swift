internal import Manifests
internal import MeshNames
internal import YAMLWriting

/// The links of one cluster's objects.
struct DataPath {
  private let cluster: ClusterName
  private let resources: [Resource]
  /// The objects of the cluster whose control plane configures this one's proxies; none where that is its own.
  private let configuration: [Resource]

  init(_ cluster: ClusterName, _ resources: [Resource], configuredBy configuration: [Resource]) {
    self.cluster = cluster
    self.resources = resources
    self.configuration = configuration
  }

  var links: Set<DataPathLink> {
    let effects =
      services.flatMap(links(ofService:)) + gateways.flatMap(links(ofGateway:))
      + gatewaysOfGatewayAPI.flatMap(links(ofGatewayAPI:)) + deployments.flatMap(links(ofPods:))
      + resources.flatMap(routes) + secrets
    return Set(effects.map { DataPathLink(cluster: cluster, effect: $0) })
  }

  private typealias Effect = DataPathLink.Effect

  private var services: [Resource] { resources.filter { $0.kind == "Service" } }
  private var deployments: [Resource] { resources.filter { $0.kind == "Deployment" } }
  private var gateways: [Resource] {
    (resources + configuration).filter { $0.kind == "Gateway" && $0.apiVersion.hasPrefix("networking.istio.io/") }
  }
  private var gatewaysOfGatewayAPI: [Resource] {
    resources.filter { $0.kind == "Gateway" && $0.apiVersion.hasPrefix("gateway.networking.k8s.io/") }
  }

  /// istiod reads them by a label (istio/istio, pkg/kube/multicluster/secretcontroller.go).
  private var secrets: [Effect] {
    resources.filter { $0.kind == "Secret" && $0.labels["istio/multiCluster"] == "true" }.map {
      .reads(secret: $0.name)
    }
  }

  /// The port that other networks dial is one that the Service has, or they have no gateway (istio/istio,
  /// pilot/pkg/serviceregistry/kube/controller/network.go).
  private func links(ofService service: Resource) -> [Effect] {
    let pods = deployments.filter { $0.isSelected(by: service) }
    let listening = Set(gateways.filter { gateway in pods.contains { gateway.takesIn($0) } }.flatMap(servers))
    var effects = pods.map { Effect.reaches(service: service.name, pods: $0.name) }
    if service.labels["topology.istio.io/network"] != nil, service.hasOuterAddress {
      effects.append(.isAddressed(service: service.name))
    }
    let dialled = service.labels["networking.istio.io/gatewayPort"].map { Int($0) ?? 15443 } ?? 15443
    for port in service.ports {
      let servers = listening.filter { $0.port == port.target }
      // The number of the port for other networks may change with the label that names it.
      if servers.contains(where: { $0.mode != "AUTO_PASSTHROUGH" }) {
        effects.append(.passes(service: service.name, port: port.number))
      }
      guard port.number == dialled, service.labels["topology.istio.io/network"] != nil else { continue }
      effects += servers.filter { $0.mode == "AUTO_PASSTHROUGH" }.map { .admits(service: service.name, host: $0.host) }
    }
    return effects
  }

  private func links(ofGateway gateway: Resource) -> [Effect] {
    servers(of: gateway).map { .listens(gateway: gateway.name, port: $0.port, mode: $0.mode, host: $0.host) }
  }

  /// One host that is taken in at a port.
  private struct Server: Hashable {
    let port: Int
    let mode: String
    let host: String
  }

  /// The number of a server's port is that of a Service's, which leads to a port of the pods, or the pods' own
  /// (istio/istio, pilot/pkg/model/gateway.go, resolvePorts).
  private func servers(of gateway: Resource) -> [Server] {
    (gateway.content[path: ["spec", "servers"]]?.items ?? []).flatMap { server -> [Server] in
      guard let number = server[path: ["port", "number"]]?.number else { return [] }
      let pods = deployments.filter { gateway.takesIn($0) }
      let leading = services.filter { service in pods.contains { $0.isSelected(by: service) } }
      let port = leading.flatMap(\.ports).first { $0.number == number }?.target ?? number
      let mode = server[path: ["tls", "mode"]]?.text ?? ""
      return (server["hosts"]?.items ?? []).compactMap(\.text).map { Server(port: port, mode: mode, host: $0) }
    }
  }

  /// What makes a listener one for other networks (istio/istio, pilot/pkg/serviceregistry/kube/controller/network.go;
  /// pilot/pkg/serviceregistry/ambient/networks.go).
  private func links(ofGatewayAPI gateway: Resource) -> [Effect] {
    guard let network = gateway.labels["topology.istio.io/network"] else { return [] }
    let className = gateway.content[path: ["spec", "gatewayClassName"]]?.text ?? ""
    let dialled = gateway.labels["networking.istio.io/gatewayPort"].flatMap { Int($0) } ?? 15443
    return (gateway.content[path: ["spec", "listeners"]]?.items ?? []).compactMap { listener in
      let passes =
        listener[path: ["tls", "options", "gateway.istio.io/listener-protocol"]]?.text == "auto-passthrough"
        || listener["port"]?.number == dialled
      let mode = listener[path: ["tls", "mode"]]?.text ?? ""
      guard passes || listener["protocol"]?.text == "HBONE" else { return nil }
      let host = listener["hostname"]?.text ?? "*"
      return .isFound(
        gateway: gateway.name, network: network,
        listener: [className, listener["protocol"]?.text ?? "", mode, host].joined(separator: " "))
    }
  }

  private func links(ofPods deployment: Resource) -> [Effect] {
    let template = deployment.content[path: ["spec", "template"]]
    guard let labels = template?[path: ["metadata", "labels"]]?.texts, labels["sidecar.istio.io/inject"] != nil else {
      return []
    }
    var effects: [Effect] = []
    if deployment.content[path: ["spec", "replicas"]]?.number != 0 { effects.append(.runs(pods: deployment.name)) }
    let containers = template?[path: ["spec", "containers"]]?.items ?? []
    let annotations = template?[path: ["metadata", "annotations"]]?.texts ?? [:]
    if labels["sidecar.istio.io/inject"] == "true",
      annotations["inject.istio.io/templates"]?.contains("gateway") == true,
      containers.contains(where: { $0["image"]?.text == "auto" })
    {
      effects.append(.isInjected(pods: deployment.name))
    }
    let variables = containers.flatMap { $0["env"]?.items ?? [] }
    let said = variables.compactMap { $0["name"]?.text } + [annotations["proxy.istio.io/config"] ?? ""]
    if !Self.ofProxies.contains(where: { name in said.contains { $0.contains(name) } }) {
      effects.append(.isNamed(pods: deployment.name))
    }
    for variable in variables where variable["name"]?.text == "ISTIO_META_REQUESTED_NETWORK_VIEW" {
      effects.append(.serves(pods: deployment.name, network: variable["value"]?.text ?? ""))
    }
    return effects
  }

  /// What a proxy says of itself and of its control plane; the injector fills it in (istio/istio, pkg/model/proxy.go).
  private static let ofProxies = [
    "ISTIO_META_NETWORK", "ISTIO_META_CLUSTER_ID", "ISTIO_META_MESH_ID", "TRUST_DOMAIN", "CA_ADDR", "discoveryAddress",
  ]

  private func routes(of resource: Resource) -> [Effect] {
    guard resource.kind == "VirtualService" else { return [] }
    return (resource.content[path: ["spec", "tls"]]?.items ?? []).flatMap { rule -> [Effect] in
      let ports = (rule["match"]?.items ?? []).compactMap { $0["port"]?.number }
      let targets = (rule["route"]?.items ?? []).compactMap { $0["destination"] }
      return ports.flatMap { port in
        targets.map {
          .routes(
            route: resource.name, port: port, host: $0["host"]?.text ?? "",
            target: $0[path: ["port", "number"]]?.number ?? 0)
        }
      }
    }
  }
}
