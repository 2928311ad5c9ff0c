internal import Manifests
internal import MeshModel
internal import MeshNames
internal import YAMLWriting

/// The gateway through which other networks reach this cluster's services, and remote clusters its control plane.
///
/// It is that of Sail's documents (docs/deployment-models/resources/east-west-gateway-net1.yaml), made to last:
/// - the pod template carries the revision's label. There it stands on the Deployment alone, where it does nothing,
///   and `image: auto` is never replaced (istio/istio#39282);
/// - two replicas, because a disruption budget of one with one replica blocks every drain of a node;
/// - a security context for the pod, as the restricted Pod Security Standard asks for;
/// - no right to read Secrets, and none mounted. The gateway passes TLS through and ends none, and the right would
///   reach the CA's key in `cacerts`;
/// - the ports that are used: those of istiod only where it has remote clusters to serve.
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
    ["istio.io/rev": revision, "sidecar.istio.io/inject": "true"]
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
      "ports": .sequence(
        containerPorts.map { ["containerPort": .integer($0), "protocol": "TCP"] }
          + [["containerPort": 15090, "name": "http-envoy-prom", "protocol": "TCP"]]),
      "resources": ["limits": ["cpu": "2", "memory": "1Gi"], "requests": ["cpu": "100m", "memory": "128Mi"]],
      "securityContext": [
        "allowPrivilegeEscalation": false,
        "capabilities": ["drop": ["ALL"]],
        "privileged": false,
        "readOnlyRootFilesystem": true,
      ],
    ]
  }

  private var containerPorts: [Int] { servesRemotes ? [15021, 15443, 15012, 15017] : [15021, 15443] }

  /// The ports of the Service: their names, their numbers there, and those that the proxy listens on.
  private var gatewayPorts: [(name: String, number: Int, target: Int)] {
    let requests = [(name: "status-port", number: 15021, target: 15021), (name: "tls", number: 15443, target: 15443)]
    return servesRemotes ? requests + [(name: "tls-istiod", number: 15012, target: 15012)] + webhookPorts : requests
  }

  /// The ports of the injection webhook.
  ///
  /// Remotes that know the gateway by an IP address call 15017. Where they know it by a name, their Service is an
  /// ExternalName, which maps no ports, and they call 443. A load balancer that is not there yet may have either.
  private var webhookPorts: [(name: String, number: Int, target: Int)] {
    let byAddress = (name: "tls-webhook", number: 15017, target: 15017)
    let byName = (name: "https-webhook", number: 443, target: 15017)
    switch cluster.gateway.address {
    case .address: return [byAddress]
    case .name: return [byName]
    case nil: return [byAddress, byName]
    }
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
          "ports": .sequence(
            gatewayPorts.map { port in
              [
                "name": .string(port.name), "port": .integer(port.number), "protocol": "TCP",
                "targetPort": .integer(port.target),
              ]
            }),
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
