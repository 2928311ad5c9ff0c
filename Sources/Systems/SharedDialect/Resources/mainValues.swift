internal import LegacyIstio
internal import MeshModel
internal import MeshNames
internal import YAMLWriting

extension LegacyCluster {
  /// The values of the main cluster's chart.
  ///
  /// A Citadel that signs with a root of its own would make each cluster a mesh by itself.
  var mainValues: YAMLValue {
    .fields([
      "global": .fields([
        "controlPlaneSecurityEnabled": .boolean(isSecured),
        "mtls": ["enabled": .boolean(hasMutualTLS)],
        "proxy": proxySettings,
        "trustDomain": trustDomain,
      ]),
      "security": ["selfSigned": false],
      "tracing": components.contains(.zipkin) ? ["enabled": true] : nil,
      "gateways": exposure == .gateway ? gatewayValues : nil,
    ])
  }

  var proxySettings: YAMLValue? {
    statsd == nil && clusterDomain == nil ? nil : .fields(["clusterDomain": clusterDomain, "envoyStatsd": statsd])
  }

  private var statsd: YAMLValue? {
    main.cluster.endpoints?.statsd.map {
      ["enabled": true, "host": "\($0.host)", "port": .integer($0.port)]
    }
  }

  var trustDomain: YAMLValue? {
    topology.mesh.trustDomain == .clusterLocal ? nil : "\(topology.mesh.trustDomain)"
  }

  private var clusterDomain: YAMLValue? {
    topology.mesh.clusterDomain == .standard ? nil : "\(topology.mesh.clusterDomain)"
  }

  /// Gateways for the control plane alone: the chart makes one of each name that it finds (istio/istio 1.0.9,
  /// install/kubernetes/helm/istio/charts/gateways).
  private var gatewayValues: YAMLValue {
    let names = Set(components.map(gateway)).sorted()
    return .mapping(names.map { .init($0, values(ofGateway: $0)) })
  }

  private func values(ofGateway gateway: String) -> YAMLValue {
    let ports = components.filter { self.gateway(of: $0) == gateway }.flatMap(passedPorts)
    var seen: Set<Int> = []
    return .fields([
      "enabled": true,
      "labels": ["app": .string(gateway), "istio": .string(String(gateway.dropFirst("istio-".count)))],
      "type": "LoadBalancer",
      "autoscaleMin": 1,
      "autoscaleMax": 5,
      "cpu": ["targetAverageUtilization": 80],
      "resources": [:],
      "loadBalancerIP": "",
      "serviceAnnotations": gatewayAnnotations ?? [:],
      "env": passesMixerBySNI ? ["ISTIO_META_ROUTER_MODE": "sni-dnat"] : nil,
      "ports": .sequence(
        ports.filter { seen.insert($0.number).inserted }.map {
          ["name": .string($0.name), "port": .integer($0.number)]
        }),
      "secretVolumes": [],
    ])
  }
}
