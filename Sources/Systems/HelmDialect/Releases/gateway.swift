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
      ClusterScope.gatewayName, of: "gateway", in: scope.gatewayNamespace,
      YAMLValue.fields([
        "name": .string(ClusterScope.gatewayName),
        "revision": scope.options.isRevisioned ? .string(scope.options.boundRevision) : nil,
      ]).merging(networkValues).merging(
        .fields([
          "replicaCount": replicas,
          "autoscaling": autoscaling,
          "podDisruptionBudget": cluster.gateway.minAvailable.map { ["minAvailable": .integer($0)] },
          "resources": cluster.gateway.hasStandardResources ? nil : resources,
          "podAnnotations": .sorted([ProxyStart.annotation: "\(scope.proxyStart)"]),
          "rbac": ["enabled": false],
          "global": cluster.platform == .openshift ? ["platform": "openshift"] : nil,
        ])))
  }

  /// What makes a gateway that of a network.
  private var networkValues: YAMLValue {
    guard let ports = portsOfItsOwn else {
      return ["networkGateway": .string(network), "service": service]
    }
    let labels = scope.gatewayServiceLabels
    return .fields([
      "labels": labels.isEmpty ? nil : .sorted(labels),
      "env": ["ISTIO_META_REQUESTED_NETWORK_VIEW": .string(network)],
      "service": service.merging([
        "ports": .sequence(ports.map { $0.entry(onNodes: cluster.gateway.service.nodePorts) })
      ]),
    ])
  }

  /// The ports of the Service where those that `networkGateway` stands for will not do.
  ///
  /// Remotes that know the gateway by a name call its webhook on 443, ports of nodes have numbers of their own, and so may
  /// the one that others dial. And with `networkGateway` goes the Service's label, which a gateway that control planes are
  /// told of must not have.
  ///
  /// The chart gives a gateway of a network its own four ports, and up to 1.29 no other ones.
  private var portsOfItsOwn: [InjectedGateway.Port]? {
    let settings = cluster.gateway
    let isPublished =
      settings.service.nodePorts.isEmpty && !settings.isListed && !settings.hasOwnPort
      && (!scope.servesRemotes || settings.webhookPorts.map(\.number) == [15017])
    return isPublished ? nil : scope.gatewayPorts
  }

  private var replicas: YAMLValue? {
    if case .fixed(let number) = cluster.gateway.replicas { .integer(number) } else { nil }
  }

  private var autoscaling: YAMLValue {
    guard case .between(let fewest, let most, let cpu) = cluster.gateway.replicas else { return ["enabled": false] }
    return .fields([
      "minReplicas": .integer(fewest),
      "maxReplicas": .integer(most),
      // The chart's own number is 80.
      "targetCPUUtilizationPercentage": cpu == 80 ? nil : .integer(cpu),
    ])
  }

  /// With nothing in the place of what is not said, or the chart's own amounts would stay.
  private var resources: YAMLValue {
    let amounts = { (amounts: CheckedGateway.Amounts) -> YAMLValue in
      ["cpu": amounts.cpu.map { .string($0) } ?? .null, "memory": amounts.memory.map { .string($0) } ?? .null]
    }
    return ["requests": amounts(cluster.gateway.requests), "limits": amounts(cluster.gateway.limits)]
  }

  private var service: YAMLValue {
    let (service, annotations) = (cluster.gateway.service, cluster.gateway.service.allAnnotations)
    return .fields([
      "type": .string(service.type.rawValue),
      "annotations": annotations.isEmpty ? nil : .sorted(annotations),
      "externalIPs": .listed(service.externalIPs),
      "externalTrafficPolicy": service.externalTrafficPolicy.map { .string($0.rawValue) },
      "ipFamilyPolicy": cluster.gateway.familyPolicy,
      "ipFamilies": .listed(service.ipFamilies),
      "loadBalancerIP": service.loadBalancerIP.map { "\($0)" },
      "loadBalancerSourceRanges": .listed(service.loadBalancerSourceRanges),
    ])
  }
}
