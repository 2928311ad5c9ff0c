internal import Istio
internal import Manifests
internal import MeshModel
internal import MeshNames
internal import Planning
internal import YAMLWriting

extension HelmInstallation {
  /// The east-west gateway of sidecars.
  ///
  /// Beyond the published values: two replicas, because a disruption budget of one with one replica blocks every drain of
  /// a node; and no right to read Secrets, which the gateway does not use, and which would reach the CA's key.
  var gateway: ChartRelease {
    release(
      ClusterScope.gatewayName, of: "gateway",
      YAMLValue.fields([
        "name": .string(ClusterScope.gatewayName),
        "revision": revisionValue,
      ]).merging(networkValues).merging(
        .fields([
          "autoscaling": ["minReplicas": 2, "maxReplicas": 5],
          "podDisruptionBudget": ["minAvailable": 1],
          "rbac": ["enabled": false],
          "global": cluster.platform == .openshift ? ["platform": "openshift"] : nil,
        ])))
  }

  /// What makes a gateway that of a network.
  private var networkValues: YAMLValue {
    guard let ports = portsOfItsOwn else {
      return ["networkGateway": .string(network), "service": service]
    }
    return [
      "labels": ["topology.istio.io/network": .string(network)],
      "env": ["ISTIO_META_REQUESTED_NETWORK_VIEW": .string(network)],
      "service": service.merging(["ports": .sequence(ports.map(\.value))]),
    ]
  }

  /// The ports of the Service where those that `networkGateway` stands for will not do: remotes that know the gateway by a
  /// name call its webhook on 443.
  ///
  /// The chart gives a gateway of a network its own four ports, and up to 1.29 no other ones.
  private var portsOfItsOwn: [InjectedGateway.Port]? {
    guard scope.servesRemotes else { return nil }
    if case .address = cluster.gateway.address { return nil }
    return scope.gatewayPorts
  }

  private var service: YAMLValue {
    let settings = cluster.gateway
    let annotations = Dictionary(settings.annotations.map { ($0.key.description, $0.value) }) { first, _ in first }
    let ranges = settings.loadBalancerSourceRanges.map(\.description)
    return .fields([
      "type": "LoadBalancer",
      "annotations": annotations.isEmpty ? nil : .sorted(annotations),
      "loadBalancerSourceRanges": ranges.isEmpty ? nil : .strings(ranges),
    ])
  }
}

extension InjectedGateway.Port {
  fileprivate var value: YAMLValue {
    ["name": .string(name), "port": .integer(number), "protocol": "TCP", "targetPort": .integer(target)]
  }
}
