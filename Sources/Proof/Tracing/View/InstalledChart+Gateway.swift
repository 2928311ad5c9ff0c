internal import AppliedMesh
internal import YAMLWriting

/// What the gateway's chart makes of its values, as far as requests rest on it (istio/istio 1.30.3,
/// manifests/charts/gateway/templates).
extension InstalledChart {
  var gatewayObjects: [AppliedObject] {
    guard chart == "gateway" else { return [] }
    let service = AppliedObject(
      "v1", "Service", gatewayName, in: namespace, labels: labels,
      annotations: values.at("service.annotations")?.texts ?? [:],
      ["spec": serviceSpec], from: file)
    let deployment = AppliedObject(
      "apps/v1", "Deployment", gatewayName, in: namespace, labels: labels, ["spec": podSpec], from: file)
    return values.at("service.type")?.text == "None" ? [deployment] : [service, deployment]
  }

  private var gatewayName: String { values["name"]?.text ?? name }

  private var network: String? { values["networkGateway"]?.text.flatMap { $0.isEmpty ? nil : $0 } }

  /// Labels of the Service and of the pods.
  private var labels: [String: String] {
    var labels = values["labels"]?.texts ?? [:]
    labels["app"] = labels["app"] ?? gatewayName
    labels["istio"] =
      labels["istio"] ?? String(gatewayName.hasPrefix("istio-") ? gatewayName.dropFirst(6) : gatewayName[...])
    if let network { labels["topology.istio.io/network"] = network }
    return labels
  }

  private var selector: [String: String] { labels.filter { ["app", "istio"].contains($0.key) } }

  private var serviceSpec: YAMLValue {
    .fields([
      "type": .string(values.at("service.type")?.text ?? "LoadBalancer"),
      "externalIPs": values.at("service.externalIPs"),
      "loadBalancerIP": values.at("service.loadBalancerIP"),
      "selector": .mapping(selector.sorted { $0.key < $1.key }.map { .init($0.key, .string($0.value)) }),
      "ports": network == nil ? values.at("service.ports") ?? Self.ports(of: Self.web) : networkPorts,
    ])
  }

  private var networkPorts: YAMLValue {
    if let said = values["networkGatewayPorts"], case .sequence = said { return said }
    return Self.ports(of: Self.network)
  }

  private static let web = [("status-port", 15021, 15021), ("http2", 80, 80), ("https", 443, 443)]
  private static let network = [
    ("status-port", 15021, 15021), ("tls", 15443, 15443), ("tls-istiod", 15012, 15012), ("tls-webhook", 15017, 15017),
  ]

  private static func ports(of ports: [(name: String, port: Int, target: Int)]) -> YAMLValue {
    .sequence(ports.map { ["name": .string($0.name), "port": .integer($0.port), "targetPort": .integer($0.target)] })
  }

  private var podSpec: YAMLValue {
    let view = network ?? values.at("env.ISTIO_META_REQUESTED_NETWORK_VIEW")?.text
    let variables: [YAMLValue] =
      view.map { [["name": "ISTIO_META_REQUESTED_NETWORK_VIEW", "value": .string($0)]] } ?? []
    var pods = labels.mapValues { YAMLValue.string($0) }
    pods["sidecar.istio.io/inject"] = "true"
    return .fields([
      "replicas": values["replicaCount"] ?? nil,
      "template": [
        "metadata": [
          "labels": .mapping(pods.sorted { $0.key < $1.key }.map { .init($0.key, $0.value) }),
          "annotations": ["inject.istio.io/templates": "gateway"],
        ],
        "spec": ["containers": [["name": "istio-proxy", "image": "auto", "env": .sequence(variables)]]],
      ],
    ])
  }
}
