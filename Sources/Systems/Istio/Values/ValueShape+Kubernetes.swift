package import Planning

/// Kubernetes' own types, as Istio's values hold them.
extension ValueShape {
  /// One requirement of a selector.
  package static let matchExpressions: ValueShape = .fields(["key": .text, "operator": .text, "values": .list(.text)])

  /// meta/v1 LabelSelector.
  package static let labelSelector: ValueShape = .fields([
    "matchExpressions": .list(.matchExpressions), "matchLabels": .map(.text),
  ])

  /// core/v1 NodeSelectorTerm.
  package static let nodeSelectorTerm: ValueShape = .fields([
    "matchExpressions": .list(.matchExpressions), "matchFields": .list(.matchExpressions),
  ])

  /// core/v1 PodAffinityTerm.
  package static let podAffinityTerm: ValueShape = .fields([
    "labelSelector": .labelSelector, "matchLabelKeys": .list(.text), "mismatchLabelKeys": .list(.text),
    "namespaceSelector": .labelSelector, "namespaces": .list(.text), "topologyKey": .text,
  ])

  /// core/v1 PodAffinity.
  package static let podAffinity: ValueShape = .fields([
    "preferredDuringSchedulingIgnoredDuringExecution": .list(
      .fields(["podAffinityTerm": .podAffinityTerm, "weight": .integer])),
    "requiredDuringSchedulingIgnoredDuringExecution": .list(.podAffinityTerm),
  ])

  /// core/v1 Affinity.
  package static let affinity: ValueShape = .fields([
    "nodeAffinity": .fields([
      "preferredDuringSchedulingIgnoredDuringExecution": .list(
        .fields(["preference": .nodeSelectorTerm, "weight": .integer])),
      "requiredDuringSchedulingIgnoredDuringExecution": .fields(["nodeSelectorTerms": .list(.nodeSelectorTerm)]),
    ]), "podAffinity": .podAffinity, "podAntiAffinity": .podAffinity,
  ])

  /// core/v1 Toleration.
  package static let toleration: ValueShape = .fields([
    "effect": .text, "key": .text, "operator": .text, "tolerationSeconds": .integer, "value": .text,
  ])

  /// core/v1 TopologySpreadConstraint.
  package static let topologySpreadConstraint: ValueShape = .fields([
    "labelSelector": .labelSelector, "matchLabelKeys": .list(.text), "maxSkew": .integer, "minDomains": .integer,
    "nodeAffinityPolicy": .text, "nodeTaintsPolicy": .text, "topologyKey": .text, "whenUnsatisfiable": .text,
  ])

  /// core/v1 ResourceRequirements.
  package static let resources: ValueShape = .fields([
    "claims": .list(.fields(["name": .text, "request": .text])), "limits": .map(.quantity), "requests": .map(.quantity),
  ])

  /// core/v1 SeccompProfile.
  package static let seccompProfile: ValueShape = .fields(["localhostProfile": .text, "type": .text])

  /// core/v1 HTTPGetAction.
  package static let httpGet: ValueShape = .fields([
    "host": .text, "httpHeaders": .list(.fields(["name": .text, "value": .text])), "path": .text, "port": .quantity,
    "scheme": .text,
  ])

  /// core/v1 LifecycleHandler.
  package static let lifecycleHandler: ValueShape = .fields([
    "exec": .fields(["command": .list(.text)]), "httpGet": .httpGet, "sleep": .fields(["seconds": .integer]),
    "tcpSocket": .fields(["host": .text, "port": .quantity]),
  ])

  /// core/v1 Probe.
  package static let probe: ValueShape = .fields([
    "exec": .fields(["command": .list(.text)]), "failureThreshold": .integer,
    "grpc": .fields(["port": .integer, "service": .text]), "httpGet": .httpGet, "initialDelaySeconds": .integer,
    "periodSeconds": .integer, "successThreshold": .integer, "tcpSocket": .fields(["host": .text, "port": .quantity]),
    "terminationGracePeriodSeconds": .integer, "timeoutSeconds": .integer,
  ])

  /// core/v1 ObjectFieldSelector.
  package static let fieldRef: ValueShape = .fields(["apiVersion": .text, "fieldPath": .text])

  /// core/v1 ResourceFieldSelector.
  package static let resourceFieldRef: ValueShape = .fields([
    "containerName": .text, "divisor": .quantity, "resource": .text,
  ])

  /// core/v1 EnvVar.
  package static let environmentVariable: ValueShape = .fields([
    "name": .text, "value": .text,
    "valueFrom": .fields([
      "configMapKeyRef": .fields(["key": .text, "name": .text, "optional": .boolean]), "fieldRef": .fieldRef,
      "fileKeyRef": .fields(["key": .text, "optional": .boolean, "path": .text, "volumeName": .text]),
      "resourceFieldRef": .resourceFieldRef,
      "secretKeyRef": .fields(["key": .text, "name": .text, "optional": .boolean]),
    ]),
  ])

  /// autoscaling/v2 HPAScalingRules.
  package static let scalingRules: ValueShape = .fields([
    "policies": .list(.fields(["periodSeconds": .integer, "type": .text, "value": .integer])), "selectPolicy": .text,
    "stabilizationWindowSeconds": .integer, "tolerance": .quantity,
  ])
}
