package import Planning

/// `global`.
extension ValueShape {
  /// The cluster among others.
  package static let multiCluster: ValueShape = .fields([
    "clusterName": .text, "enabled": .boolean, "globalDomainSuffix": .text, "includeEnvoyFilter": .boolean,
  ])

  /// Sidecars.
  package static let proxy: ValueShape = .fields([
    "autoInject": .text, "clusterDomain": .text, "componentLogLevel": .text, "enableCoreDump": .boolean,
    "excludeIPRanges": .text, "excludeInboundPorts": .text, "excludeOutboundPorts": .text,
    "holdApplicationUntilProxyStarts": .boolean, "image": .text, "includeIPRanges": .text, "includeInboundPorts": .text,
    "includeOutboundPorts": .text,
    "lifecycle": .fields(["postStart": .lifecycleHandler, "preStop": .lifecycleHandler, "stopSignal": .text]),
    "logLevel": .text, "outlierLogPath": .text, "privileged": .boolean, "readinessFailureThreshold": .integer,
    "readinessInitialDelaySeconds": .integer, "readinessPeriodSeconds": .integer, "resources": .resources,
    "seccompProfile": .seccompProfile, "startupProbe": .fields(["enabled": .boolean, "failureThreshold": .integer]),
    "statusPort": .integer,
    "tracer": .word(["zipkin", "lightstep", "datadog", "stackdriver", "openCensusAgent", "none"]),
  ])

  /// Waypoints.
  package static let waypoint: ValueShape = .fields([
    "affinity": .affinity, "nodeSelector": .fields(["nodeSelectorTerms": .list(.nodeSelectorTerm)]),
    "resources": .resources, "toleration": .list(.toleration),
    "topologySpreadConstraints": .list(.topologySpreadConstraint),
  ])

  /// What all components share.
  package static let global: ValueShape = .fields([
    "agentgateway": .fields(["image": .text]),
    "arch": .fields(["amd64": .integer, "arm64": .integer, "ppc64le": .integer, "s390x": .integer]), "caAddress": .text,
    "caName": .text, "certSigners": .list(.text), "configCluster": .boolean, "configValidation": .boolean,
    "defaultNodeSelector": .map(.text), "defaultPodDisruptionBudget": .fields(["enabled": .boolean]),
    "defaultResources": .resources, "defaultTolerations": .list(.toleration), "enableReaderRBAC": .boolean,
    "externalIstiod": .boolean, "hub": .text, "imagePullPolicy": .word(["Always", "Never", "IfNotPresent"]),
    "imagePullSecrets": .list(.text), "ipFamilies": .list(.text), "ipFamilyPolicy": .text, "istioNamespace": .text,
    "istiod": .fields(["enableAnalysis": .boolean]), "jwtPolicy": .text, "logAsJson": .boolean,
    "logging": .fields(["level": .text]), "meshID": .text,
    "meshNetworks": .map(
      .fields([
        "endpoints": .list(.fields(["fromCidr": .text, "fromRegistry": .text])),
        "gateways": .list(
          .fields(["address": .text, "locality": .text, "port": .integer, "registryServiceName": .text])),
      ])), "mountMtlsCerts": .boolean, "multiCluster": .multiCluster, "nativeNftables": .boolean, "network": .text,
    "networkPolicy": .fields(["enabled": .boolean]), "omitSidecarInjectorConfigMap": .boolean,
    "operatorManageWebhooks": .boolean, "pilotCertProvider": .text, "platform": .text,
    "podDNSSearchNamespaces": .list(.text), "priorityClassName": .text, "proxy": .proxy,
    "proxy_init": .fields(["image": .text, "resources": .resources]), "remotePilotAddress": .text,
    "resourceScope": .word(["undefined", "all", "cluster", "namespace"]), "revision": .text,
    "sds": .fields(["token": .fields(["aud": .text])]), "sts": .fields(["servicePort": .integer]), "tag": .text,
    "tracer": .fields([
      "datadog": .fields(["address": .text]), "lightstep": .fields(["accessToken": .text, "address": .text]),
      "stackdriver": .fields([
        "debug": .boolean, "maxNumberOfAnnotations": .integer, "maxNumberOfAttributes": .integer,
        "maxNumberOfMessageEvents": .integer,
      ]), "zipkin": .fields(["address": .text]),
    ]), "trustBundleName": .text, "variant": .text, "waypoint": .waypoint,
  ])
}
