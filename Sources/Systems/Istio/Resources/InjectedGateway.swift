package import Manifests
package import MeshModel
package import MeshNames
package import Planning
package import YAMLWriting

/// A gateway that the control plane injects: a Deployment, its account and Service, and what keeps it up.
package struct InjectedGateway {
  package let name: String
  package let namespace: NamespaceName
  package let labels: [String: String]
  /// The labels of the Service alone, which a selector must not have; those of the others, where there are none.
  package let serviceLabels: [String: String]?
  /// The revision that injects it.
  package let revision: String
  /// What its proxies read at their start.
  package let start: ProxyStart
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
    name: String, namespace: NamespaceName, labels: [String: String], serviceLabels: [String: String]? = nil,
    revision: String, start: ProxyStart, environment: [YAMLValue], containerPorts: [Int], ports: [Port],
    settings: CheckedGateway
  ) {
    self.name = name
    self.namespace = namespace
    self.labels = labels
    self.serviceLabels = serviceLabels
    self.revision = revision
    self.start = start
    self.environment = environment
    self.containerPorts = containerPorts
    self.ports = ports
    self.settings = settings
  }

  package var resources: [Resource] {
    [account, deployment, service, disruptionBudget, autoscaler].compactMap { $0 }
  }

  private var account: Resource {
    Resource("v1", "ServiceAccount", "\(name)-service-account", in: namespace, labels: labels)
  }

  private var deployment: Resource {
    Resource(
      "apps/v1", "Deployment", name, in: namespace, labels: labels,
      [
        "spec": .fields([
          "replicas": fixedReplicas,
          "selector": ["matchLabels": .sorted(selector)],
          "strategy": ["rollingUpdate": ["maxSurge": "100%", "maxUnavailable": "25%"]],
          "template": [
            "metadata": [
              "annotations": .sorted([
                "inject.istio.io/templates": "gateway",
                ProxyStart.annotation: start.description,
                "prometheus.io/path": "/stats/prometheus",
                "prometheus.io/port": "15020",
                "prometheus.io/scrape": "true",
              ]),
              "labels": .sorted(labels.merging(injectionLabels) { own, _ in own }),
            ],
            "spec": [
              "serviceAccountName": "\(name)-service-account",
              "securityContext": ["runAsNonRoot": true, "seccompProfile": ["type": "RuntimeDefault"]],
              "containers": [container],
            ],
          ],
        ])
      ])
  }

  /// The labels that no topology changes: a Deployment's selector cannot be changed.
  private var selector: [String: String] { labels.filter { ["app", "istio"].contains($0.key) } }

  private var injectionLabels: [String: String] { ["istio.io/rev": revision, "sidecar.istio.io/inject": "true"] }

  private var container: YAMLValue {
    [
      "name": "istio-proxy",
      "image": "auto",
      "env": .sequence(environment + [["name": "ISTIO_META_UNPRIVILEGED_POD", "value": "true"]]),
      "ports": .sequence(
        containerPorts.map { ["containerPort": .integer($0), "protocol": "TCP"] }
          + [["containerPort": 15090, "name": "http-envoy-prom", "protocol": "TCP"]]),
      "resources": settings.resources,
      "securityContext": [
        "allowPrivilegeEscalation": false,
        "capabilities": ["drop": ["ALL"]],
        "privileged": false,
        "readOnlyRootFilesystem": true,
      ],
    ]
  }

  /// An autoscaler sets the number where there is one.
  private var fixedReplicas: YAMLValue? {
    if case .fixed(let number) = settings.replicas { .integer(number) } else { nil }
  }

  private var service: Resource {
    let service = settings.service
    return Resource(
      "v1", "Service", service.name(of: name), in: namespace, labels: labelsOfService,
      annotations: service.allAnnotations,
      [
        "spec": .fields([
          "type": .string(service.type.rawValue),
          "externalIPs": .listed(service.externalIPs),
          "ipFamilyPolicy": settings.familyPolicy,
          "ipFamilies": .listed(service.ipFamilies),
          "externalTrafficPolicy": service.externalTrafficPolicy.map { .string($0.rawValue) },
          "loadBalancerClass": service.loadBalancerClass.map { .string($0) },
          "loadBalancerIP": service.loadBalancerIP.map { "\($0)" },
          "loadBalancerSourceRanges": .listed(service.loadBalancerSourceRanges),
          "ports": .sequence(ports.map { $0.entry(onNodes: service.nodePorts) }),
          "selector": .sorted(selector),
        ])
      ])
  }

  /// The network is what istiod finds the gateway by: a Service says it where the gateway is found by it.
  private var labelsOfService: [String: String] {
    guard let serviceLabels else { return labels }
    return labels.filter { $0.key != "topology.istio.io/network" }.merging(serviceLabels) { $1 }
  }

  private var disruptionBudget: Resource? {
    settings.minAvailable.map { number in
      Resource(
        "policy/v1", "PodDisruptionBudget", name, in: namespace, labels: labels,
        ["spec": ["minAvailable": .integer(number), "selector": ["matchLabels": .sorted(selector)]]])
    }
  }

  private var autoscaler: Resource? {
    guard case .between(let fewest, let most, let cpu) = settings.replicas else { return nil }
    return Resource(
      "autoscaling/v2", "HorizontalPodAutoscaler", name, in: namespace, labels: labels,
      [
        "spec": [
          "scaleTargetRef": ["apiVersion": "apps/v1", "kind": "Deployment", "name": .string(name)],
          "minReplicas": .integer(fewest),
          "maxReplicas": .integer(most),
          "metrics": [
            [
              "type": "Resource",
              "resource": ["name": "cpu", "target": ["type": "Utilization", "averageUtilization": .integer(cpu)]],
            ]
          ],
        ]
      ])
  }
}

extension InjectedGateway.Port {
  /// The port as a Service has it.
  package func entry(onNodes nodePorts: [GatewayPortName: Int]) -> YAMLValue {
    .fields([
      "name": .string(name),
      "nodePort": GatewayPortName(rawValue: name).flatMap { nodePorts[$0] }.map { .integer($0) },
      "port": .integer(number),
      "protocol": "TCP",
      "targetPort": .integer(target),
    ])
  }
}
