package import Manifests
package import MeshModel
package import MeshNames
package import YAMLWriting

/// A gateway that the control plane injects: a Deployment, its account and Service, and what keeps it up.
package struct InjectedGateway {
  package let name: String
  package let namespace: NamespaceName
  package let labels: [String: String]
  /// The revision that injects it.
  package let revision: String
  /// The container's variables, beyond what all gateways have.
  package let environment: [YAMLValue]
  package let containerPorts: [Int]
  package let ports: [Port]
  package let settings: CheckedGateway

  /// A port of the Service: its number there, and that which the proxy listens on.
  package struct Port {
    package let name: String
    package let number: Int
    package let target: Int

    package init(_ name: String, _ number: Int, to target: Int? = nil) {
      self.name = name
      self.number = number
      self.target = target ?? number
    }
  }

  package init(
    name: String, namespace: NamespaceName, labels: [String: String], revision: String, environment: [YAMLValue],
    containerPorts: [Int], ports: [Port], settings: CheckedGateway
  ) {
    self.name = name
    self.namespace = namespace
    self.labels = labels
    self.revision = revision
    self.environment = environment
    self.containerPorts = containerPorts
    self.ports = ports
    self.settings = settings
  }

  package var resources: [Resource] { [account, deployment, service, disruptionBudget, autoscaler] }

  private var account: Resource {
    Resource("v1", "ServiceAccount", "\(name)-service-account", in: namespace, labels: labels)
  }

  private var deployment: Resource {
    Resource(
      "apps/v1", "Deployment", name, in: namespace, labels: labels,
      [
        "spec": [
          "selector": ["matchLabels": .sorted(labels)],
          "strategy": ["rollingUpdate": ["maxSurge": "100%", "maxUnavailable": "25%"]],
          "template": [
            "metadata": [
              "annotations": [
                "inject.istio.io/templates": "gateway",
                "prometheus.io/path": "/stats/prometheus",
                "prometheus.io/port": "15020",
                "prometheus.io/scrape": "true",
              ],
              "labels": .sorted(labels.merging(injectionLabels) { own, _ in own }),
            ],
            "spec": [
              "serviceAccountName": "\(name)-service-account",
              "securityContext": ["runAsNonRoot": true, "seccompProfile": ["type": "RuntimeDefault"]],
              "containers": [container],
            ],
          ],
        ]
      ])
  }

  private var injectionLabels: [String: String] { ["istio.io/rev": revision, "sidecar.istio.io/inject": "true"] }

  private var container: YAMLValue {
    [
      "name": "istio-proxy",
      "image": "auto",
      "env": .sequence(environment + [["name": "ISTIO_META_UNPRIVILEGED_POD", "value": "true"]]),
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

  private var service: Resource {
    Resource(
      "v1", "Service", name, in: namespace, labels: labels,
      annotations: Dictionary(settings.annotations.map { ($0.key.description, $0.value) }) { first, _ in first },
      [
        "spec": .fields([
          "type": "LoadBalancer",
          "loadBalancerClass": settings.loadBalancerClass.map { .string($0) },
          "loadBalancerSourceRanges": settings.loadBalancerSourceRanges.isEmpty
            ? nil : .strings(settings.loadBalancerSourceRanges.map(\.description)),
          "ports": .sequence(
            ports.map { port in
              [
                "name": .string(port.name), "port": .integer(port.number), "protocol": "TCP",
                "targetPort": .integer(port.target),
              ]
            }),
          "selector": .sorted(labels),
        ])
      ])
  }

  private var disruptionBudget: Resource {
    Resource(
      "policy/v1", "PodDisruptionBudget", name, in: namespace, labels: labels,
      ["spec": ["minAvailable": 1, "selector": ["matchLabels": .sorted(labels)]]])
  }

  private var autoscaler: Resource {
    Resource(
      "autoscaling/v2", "HorizontalPodAutoscaler", name, in: namespace, labels: labels,
      [
        "spec": [
          "scaleTargetRef": ["apiVersion": "apps/v1", "kind": "Deployment", "name": .string(name)],
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

extension CheckedGateway {
  /// The ports of the injection webhook.
  ///
  /// Remotes that know the gateway by an IP address call 15017. Where they know it by a name, their Service is an
  /// ExternalName, which maps no ports, and they call 443. A load balancer that is not there yet may have either.
  package var webhookPorts: [InjectedGateway.Port] {
    let byAddress = InjectedGateway.Port("tls-webhook", 15017)
    let byName = InjectedGateway.Port("https-webhook", 443, to: 15017)
    switch address {
    case .address: return [byAddress]
    case .name: return [byName]
    case nil: return [byAddress, byName]
    }
  }
}
