package import Planning

/// What the operator's kinds take (sail-operator 1.30.3, `sailoperator.io_istios.yaml` and its neighbours).
extension ValueShape {
  /// What an `Istio` takes as `spec.values`.
  package static let istio: ValueShape = .fields([
    "base": .fields(["excludedCRDs": .list(.text), "validationCABundle": .text, "validationURL": .text]),
    "compatibilityVersion": .text, "defaultRevision": .text, "experimental": .anything, "gatewayClasses": .anything,
    "global": .global, "istiodRemote": .istiodRemote, "meshConfig": .meshConfig, "pilot": .pilot, "profile": .text,
    "revision": .text, "sidecarInjectorWebhook": .sidecarInjectorWebhook,
    "telemetry": .fields([
      "enabled": .boolean,
      "v2": .fields([
        "enabled": .boolean, "prometheus": .fields(["enabled": .boolean]),
        "stackdriver": .fields(["enabled": .boolean]),
      ]),
    ]),
  ])

  /// What an `IstioCNI` takes as `spec.values`.
  package static let istioCNI: ValueShape = .fields([
    "cni": .fields([
      "affinity": .affinity,
      "ambient": .fields([
        "configDir": .text, "dnsCapture": .boolean, "enabled": .boolean, "ipv6": .boolean,
        "reconcileIptablesOnStartup": .boolean,
      ]), "chained": .boolean, "cniBinDir": .text, "cniConfDir": .text, "cniConfFileName": .text, "cniNetnsDir": .text,
      "daemonSetLabels": .map(.text), "env": .map(.text), "excludeNamespaces": .list(.text), "hub": .text,
      "image": .text, "istioOwnedCNIConfig": .boolean, "istioOwnedCNIConfigFileName": .text,
      "logging": .fields(["level": .text]), "podAnnotations": .map(.text), "podLabels": .map(.text),
      "privileged": .boolean, "provider": .text, "psp_cluster_role": .text,
      "pullPolicy": .word(["Always", "Never", "IfNotPresent"]),
      "repair": .fields([
        "brokenPodLabelKey": .text, "brokenPodLabelValue": .text, "createEvents": .text, "deletePods": .boolean,
        "enabled": .boolean, "hub": .text, "image": .text, "initContainerName": .text, "labelPods": .boolean,
        "repairPods": .boolean, "tag": .text,
      ]), "resource_quotas": .fields(["enabled": .boolean, "pods": .integer]), "resources": .resources,
      "rollingMaxUnavailable": .quantity, "seccompProfile": .seccompProfile, "tag": .text,
      "useAppArmorAnnotation": .boolean, "variant": .text,
    ]),
    "global": .fields([
      "defaultResources": .resources, "hub": .text, "imagePullPolicy": .word(["Always", "Never", "IfNotPresent"]),
      "imagePullSecrets": .list(.text), "logAsJson": .boolean, "logging": .fields(["level": .text]),
      "nativeNftables": .boolean, "platform": .text, "tag": .text, "variant": .text,
    ]),
  ])

  /// What a `ZTunnel` takes as `spec.values`.
  package static let zTunnel: ValueShape = .fields([
    "global": .fields([
      "defaultResources": .resources, "hub": .text, "imagePullPolicy": .word(["Always", "Never", "IfNotPresent"]),
      "imagePullSecrets": .list(.text), "logAsJson": .boolean, "logging": .fields(["level": .text]), "platform": .text,
      "tag": .text, "variant": .text,
    ]),
    "ztunnel": .fields([
      "Annotations": .map(.text), "Labels": .map(.text), "affinity": .affinity, "caAddress": .text,
      "dnsConfig": .fields([
        "nameservers": .list(.text), "options": .list(.fields(["name": .text, "value": .text])),
        "searches": .list(.text),
      ]), "dnsPolicy": .word(["ClusterFirstWithHostNet", "ClusterFirst", "Default", "None"]), "env": .map(.text),
      "hub": .text, "image": .text, "imagePullPolicy": .word(["Always", "Never", "IfNotPresent"]),
      "imagePullSecrets": .list(.text), "istioNamespace": .text, "logAsJson": .boolean,
      "logLevel": .word(["trace", "debug", "info", "warn", "error"]), "multiCluster": .multiCluster, "network": .text,
      "nodeSelector": .map(.text), "peerCaCrl": .fields(["enabled": .boolean]), "podAnnotations": .map(.text),
      "podLabels": .map(.text), "resourceName": .text,
      "resourceQuotas": .fields(["enabled": .boolean, "pods": .integer]), "resources": .resources, "revision": .text,
      "seLinuxOptions": .fields(["level": .text, "role": .text, "type": .text, "user": .text]), "tag": .text,
      "terminationGracePeriodSeconds": .integer, "tolerations": .list(.toleration),
      "updateStrategy": .fields([
        "rollingUpdate": .fields(["maxSurge": .quantity, "maxUnavailable": .quantity]), "type": .text,
      ]), "variant": .text, "volumeMounts": .list(.volumeMount), "volumes": .list(.volume), "xdsAddress": .text,
    ]),
  ])
}
