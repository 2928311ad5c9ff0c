internal import Istio
internal import Manifests
internal import MeshModel
internal import MeshNames
internal import Planning
internal import YAMLWriting

/// What asmcli and istioctl read.
///
/// They are of a kind that looks like Kubernetes', and no API server takes them: its controller went with Istio 1.24, and
/// its CustomResourceDefinition with 1.21. So they lie beside the phases' folders, and in no kustomization.
extension FleetMember {
  /// What asmcli lays over Google's own configuration, so that no name depends on whoever runs it.
  var overlay: PlannedFile {
    PlannedFile(
      ["asmcli", "overlay.yaml"],
      .yaml(
        operatorInput(
          "fleet",
          [
            "values": [
              "global": .fields([
                "meshID": "\(scope.topology.mesh.id)",
                "multiCluster": ["clusterName": .string(clusterID)],
                "network": .string(scope.network),
                "pilotCertProvider": .string(certificateProvider.rawValue),
                "proxy": scope.topology.mesh.proxyDomain,
              ])
            ]
          ])))
  }

  /// The east-west gateway as istioctl would install it, in place of the objects of 50-gateways.
  ///
  /// It is what Google's gen-eastwest-gateway.sh prints, and the settings of the topology.
  var gatewayInput: PlannedFile {
    let spec: YAMLValue = [
      "revision": .string(scope.options.revision),
      "profile": "empty",
      "components": ["ingressGateways": [gateway]],
      "values": [
        "gateways": ["istio-ingressgateway": gatewayValues],
        "global": ["network": .string(scope.network), "pilotCertProvider": .string(certificateProvider.rawValue)],
      ],
    ]
    return PlannedFile(["istioctl", "eastwest.yaml"], .yaml(operatorInput("eastwest", spec)))
  }

  private func operatorInput(_ name: String, _ spec: YAMLValue) -> YAMLValue {
    [
      "apiVersion": "install.istio.io/v1alpha1",
      "kind": "IstioOperator",
      "metadata": ["name": .string(name)],
      "spec": spec,
    ]
  }

  private var gateway: YAMLValue {
    .fields([
      "name": .string(ClusterScope.gatewayName),
      "namespace": scope.gatewayNamespace == scope.system ? nil : "\(scope.gatewayNamespace)",
      "label": [
        "istio": "eastwestgateway", "app": .string(ClusterScope.gatewayName),
        "topology.istio.io/network": .string(scope.network),
      ],
      "enabled": true,
      "k8s": kubernetesSettings,
    ])
  }

  private var kubernetesSettings: YAMLValue {
    let settings = scope.cluster.gateway
    let annotations = settings.service.allAnnotations
    return .fields([
      "env": [["name": "ISTIO_META_REQUESTED_NETWORK_VIEW", "value": .string(scope.network)]],
      "hpaSpec": autoscaling,
      "podDisruptionBudget": settings.minAvailable.map { ["minAvailable": .integer($0)] },
      "replicaCount": fixedReplicas,
      "resources": settings.resources,
      "service": service,
      "serviceAnnotations": annotations.isEmpty ? nil : .sorted(annotations),
    ])
  }

  private var service: YAMLValue {
    let service = scope.cluster.gateway.service
    return .fields([
      "type": .string(service.type.rawValue),
      "externalIPs": .listed(service.externalIPs),
      "ipFamilies": .listed(service.ipFamilies),
      "ipFamilyPolicy": service.ipFamilyPolicy.map { .string($0.rawValue) },
      "externalTrafficPolicy": service.externalTrafficPolicy.map { .string($0.rawValue) },
      "loadBalancerIP": service.loadBalancerIP.map { "\($0)" },
      "loadBalancerSourceRanges": .listed(service.loadBalancerSourceRanges),
      "ports": .sequence(scope.gatewayPorts.map { $0.entry(onNodes: service.nodePorts) }),
    ])
  }

  private var gatewayValues: YAMLValue {
    .fields([
      "autoscaleEnabled": fixedReplicas == nil ? nil : false,
      "cpu": targetUtilization,
      "injectionTemplate": "gateway",
    ])
  }

  private var fixedReplicas: YAMLValue? {
    if case .fixed(let number) = scope.cluster.gateway.replicas { .integer(number) } else { nil }
  }

  private var autoscaling: YAMLValue? {
    guard case .between(let fewest, let most, _) = scope.cluster.gateway.replicas else { return nil }
    return ["minReplicas": .integer(fewest), "maxReplicas": .integer(most)]
  }

  /// The chart's own number is 80.
  private var targetUtilization: YAMLValue? {
    guard case .between(_, _, let cpu) = scope.cluster.gateway.replicas, cpu != 80 else { return nil }
    return ["targetAverageUtilization": .integer(cpu)]
  }
}
