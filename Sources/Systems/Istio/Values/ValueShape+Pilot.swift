package import Planning

/// istiod's own values.
extension ValueShape {
  /// A control plane elsewhere.
  package static let istiodRemote: ValueShape = .fields([
    "enabled": .boolean, "enabledLocalInjectorIstiod": .boolean, "injectionCABundle": .text, "injectionPath": .text,
    "injectionURL": .text,
  ])

  /// Istiod.
  package static let pilot: ValueShape = .fields([
    "affinity": .affinity, "autoscaleBehavior": .fields(["scaleDown": .scalingRules, "scaleUp": .scalingRules]),
    "autoscaleEnabled": .boolean, "autoscaleMax": .integer, "autoscaleMin": .integer,
    "cni": .fields(["enabled": .boolean, "provider": .text]), "configMap": .boolean,
    "cpu": .fields(["targetAverageUtilization": .integer]), "crlConfigMapName": .text, "deploymentLabels": .map(.text),
    "enabled": .boolean, "env": .map(.text), "envVarFrom": .list(.environmentVariable),
    "extraContainerArgs": .list(.text), "hub": .text, "image": .text, "ipFamilies": .list(.text),
    "ipFamilyPolicy": .text, "istiodRemote": .istiodRemote, "jwksResolverExtraRootCA": .text,
    "keepaliveMaxServerConnectionAge": .text, "memory": .fields(["targetAverageUtilization": .integer]),
    "nodeSelector": .map(.text), "podAnnotations": .map(.text), "podLabels": .map(.text), "replicaCount": .integer,
    "resources": .resources, "rollingMaxSurge": .quantity, "rollingMaxUnavailable": .quantity,
    "seccompProfile": .seccompProfile, "serviceAccountAnnotations": .map(.text), "serviceAnnotations": .map(.text),
    "tag": .text, "taint": .fields(["enabled": .boolean, "name": .text, "namespace": .text]),
    "tolerations": .list(.toleration), "topologySpreadConstraints": .list(.topologySpreadConstraint),
    "traceSampling": .number, "trustedZtunnelNamespace": .text, "variant": .text, "volumeMounts": .list(.volumeMount),
    "volumes": .list(.volume),
  ])

  /// The injection webhook.
  package static let sidecarInjectorWebhook: ValueShape = .fields([
    "alwaysInjectSelector": .list(.labelSelector), "defaultTemplates": .list(.text),
    "enableNamespacesByDefault": .boolean, "injectedAnnotations": .map(.text), "injectionURL": .text,
    "neverInjectSelector": .list(.labelSelector), "reinvocationPolicy": .text, "rewriteAppHTTPProbe": .boolean,
    "templates": .map(.text),
  ])
}
