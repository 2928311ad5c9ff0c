internal import Manifests
internal import MeshModel
internal import MeshNames
internal import YAMLWriting

/// The gateway through which the other networks reach this cluster's services.
///
/// It is that of Sail's documents (docs/deployment-models/resources/east-west-gateway-net1.yaml), made to last:
/// - the pod template carries the revision's label. There it stands on the Deployment alone, where it does nothing,
///   and `image: auto` is never replaced (istio/istio#39282);
/// - two replicas, because a disruption budget of one with one replica blocks every drain of a node;
/// - a security context for the pod, as the restricted Pod Security Standard asks for;
/// - no right to read Secrets, and none mounted. The gateway passes TLS through and ends none, and the right would
///   reach the CA's key in `cacerts`;
/// - the two ports that are used. Those of istiod are for meshes with remote clusters.
extension ClusterScope {
  static let gatewayName = "istio-eastwestgateway"

  var gatewayResources: [Resource] {
    [gatewayAccount, gatewayDeployment, gatewayService, gatewayDisruptionBudget, gatewayAutoscaler]
  }

  private var gatewayLabels: [String: String] {
    ["app": Self.gatewayName, "istio": "eastwestgateway", "topology.istio.io/network": network]
  }

  private var gatewayAccount: Resource {
    Resource("v1", "ServiceAccount", "\(Self.gatewayName)-service-account", in: system, labels: gatewayLabels)
  }

  private var gatewayDeployment: Resource {
    Resource(
      "apps/v1", "Deployment", Self.gatewayName, in: system, labels: gatewayLabels,
      [
        "spec": [
          "selector": ["matchLabels": .sorted(gatewayLabels)],
          "strategy": ["rollingUpdate": ["maxSurge": "100%", "maxUnavailable": "25%"]],
          "template": [
            "metadata": [
              "annotations": [
                "inject.istio.io/templates": "gateway",
                "prometheus.io/path": "/stats/prometheus",
                "prometheus.io/port": "15020",
                "prometheus.io/scrape": "true",
              ],
              "labels": .sorted(gatewayLabels.merging(injectionLabels) { own, _ in own }),
            ],
            "spec": [
              "serviceAccountName": "\(Self.gatewayName)-service-account",
              "securityContext": ["runAsNonRoot": true, "seccompProfile": ["type": "RuntimeDefault"]],
              "containers": [gatewayContainer],
            ],
          ],
        ]
      ])
  }

  private var injectionLabels: [String: String] {
    ["istio.io/rev": Self.revision, "sidecar.istio.io/inject": "true"]
  }

  private var gatewayContainer: YAMLValue {
    [
      "name": "istio-proxy",
      "image": "auto",
      "env": [
        // Keeps the gateway from sending to the gateways of other networks.
        ["name": "ISTIO_META_REQUESTED_NETWORK_VIEW", "value": .string(network)],
        ["name": "ISTIO_META_UNPRIVILEGED_POD", "value": "true"],
      ],
      "ports": [
        ["containerPort": 15021, "protocol": "TCP"],
        ["containerPort": 15443, "protocol": "TCP"],
        ["containerPort": 15090, "name": "http-envoy-prom", "protocol": "TCP"],
      ],
      "resources": ["limits": ["cpu": "2", "memory": "1Gi"], "requests": ["cpu": "100m", "memory": "128Mi"]],
      "securityContext": [
        "allowPrivilegeEscalation": false,
        "capabilities": ["drop": ["ALL"]],
        "privileged": false,
        "readOnlyRootFilesystem": true,
      ],
    ]
  }

  private var gatewayService: Resource {
    let settings = cluster.gateway
    return Resource(
      "v1", "Service", Self.gatewayName, in: system, labels: gatewayLabels,
      annotations: Dictionary(settings.annotations.map { ($0.key.description, $0.value) }) { first, _ in first },
      [
        "spec": .fields([
          "type": "LoadBalancer",
          "loadBalancerClass": settings.loadBalancerClass.map { .string($0) },
          "loadBalancerSourceRanges": settings.loadBalancerSourceRanges.isEmpty
            ? nil : .strings(settings.loadBalancerSourceRanges.map(\.description)),
          "ports": [
            ["name": "status-port", "port": 15021, "protocol": "TCP", "targetPort": 15021],
            ["name": "tls", "port": 15443, "protocol": "TCP", "targetPort": 15443],
          ],
          "selector": .sorted(gatewayLabels),
        ])
      ])
  }

  private var gatewayDisruptionBudget: Resource {
    Resource(
      "policy/v1", "PodDisruptionBudget", Self.gatewayName, in: system, labels: gatewayLabels,
      ["spec": ["minAvailable": 1, "selector": ["matchLabels": .sorted(gatewayLabels)]]])
  }

  private var gatewayAutoscaler: Resource {
    Resource(
      "autoscaling/v2", "HorizontalPodAutoscaler", Self.gatewayName, in: system, labels: gatewayLabels,
      [
        "spec": [
          "scaleTargetRef": ["apiVersion": "apps/v1", "kind": "Deployment", "name": .string(Self.gatewayName)],
          "minReplicas": 2,
          "maxReplicas": 5,
          "metrics": [
            [
              "type": "Resource",
              "resource": ["name": "cpu", "target": ["type": "Utilization", "averageUtilization": 80]],
            ]
          ],
        ]
      ])
  }
}
