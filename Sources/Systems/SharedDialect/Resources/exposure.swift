internal import LegacyIstio
internal import Manifests
internal import MeshModel
internal import MeshNames
internal import YAMLWriting

/// What makes the control plane reachable at addresses that stay.
extension LegacyCluster {
  /// Services of their own beside those of the chart, which has no value for their type and would take it back.
  var loadBalancers: [Resource] {
    components.map { component in
      Resource(
        "v1", "Service", loadBalancer(of: component), in: system,
        [
          "spec": [
            "type": "LoadBalancer",
            "selector": .sorted(component.podLabels),
            "ports": .sequence(
              component.dialled.map { ["name": .string($0.name), "port": .integer($0.number), "protocol": "TCP"] }),
          ]
        ])
    }
  }

  /// From 1.1 on, a gateway passes TLS on by the name that it asks for.
  var passesMixerBySNI: Bool { version >= Version(1, 1, 0) }

  /// The ports of a gateway that lead to a component; of Pilot's, the one for proxies with certificates.
  func passedPorts(of component: ControlPlaneComponent) -> [(name: String, number: Int)] {
    switch component {
    case .pilot: [(name: "tcp-pilot", number: 15011)]
    case .policy, .telemetry: [(name: passesMixerBySNI ? "tls-mixer" : "tcp-\(component.rawValue)", number: 15004)]
    case .zipkin: [(name: "tcp-zipkin", number: 9411)]
    }
  }

  /// A gateway, routes, and rules that keep the gateway from adding TLS of its own (istio/istio 1.1.17,
  /// install/kubernetes/helm/istio/charts/pilot/templates/meshexpansion.yaml).
  var gatewayExposure: [Resource] {
    let routed = components.filter { !(passesMixerBySNI && [.policy, .telemetry].contains($0)) }
    return Set(components.map(gateway)).sorted().map(passingGateway) + routed.map(route) + routed.map(plainRule)
  }

  private func passingGateway(_ gateway: String) -> Resource {
    let ports = components.filter { self.gateway(of: $0) == gateway }.flatMap(passedPorts)
    var seen: Set<Int> = []
    return networking(
      "Gateway", gateway, in: system,
      [
        "selector": ["istio": .string(String(gateway.dropFirst("istio-".count)))],
        "servers": .sequence(ports.filter { seen.insert($0.number).inserted }.map(server)),
      ])
  }

  private func server(_ port: (name: String, number: Int)) -> YAMLValue {
    let isTLS = port.name == "tls-mixer"
    return .fields([
      "hosts": ["*"],
      "port": [
        "name": .string(port.name), "number": .integer(port.number), "protocol": isTLS ? "TLS" : "TCP",
      ],
      "tls": isTLS ? ["mode": "AUTO_PASSTHROUGH"] : nil,
    ])
  }

  private func route(to component: ControlPlaneComponent) -> Resource {
    networking(
      "VirtualService", "multicluster-\(component.rawValue)", in: system,
      [
        "hosts": [.string(host(of: component))],
        "gateways": [.string(gateway(of: component))],
        "tcp": .sequence(
          passedPorts(of: component).map { port in
            [
              "match": [["port": .integer(port.number)]],
              "route": [
                ["destination": ["host": .string(host(of: component)), "port": ["number": .integer(port.number)]]]
              ],
            ]
          }),
      ])
  }

  private func plainRule(for component: ControlPlaneComponent) -> Resource {
    networking(
      "DestinationRule", "multicluster-\(component.rawValue)", in: system,
      [
        "host": .string(host(of: component)),
        "trafficPolicy": [
          "portLevelSettings": .sequence(
            passedPorts(of: component).map { ["port": ["number": .integer($0.number)], "tls": ["mode": "DISABLE"]] })
        ],
      ])
  }

  private func host(of component: ControlPlaneComponent) -> String {
    topology.mesh.clusterDomain.host(component.service, in: system)
  }
}
