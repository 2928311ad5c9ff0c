/// What a value of Istio's own does when it changes, as far as that is known.
///
/// The first beginning of a path that fits decides. What follows from the topology's names stands first. Sources: Istio's
/// reference, "Global Mesh Options" and "ProxyConfig"; the charts' `values.yaml`; istiod's own lists of variables.
func valueKind(at path: FieldPath, _ field: ObjectChange.Field) -> ChangeKind {
  let text = path.description
  if text == "meshConfig.trustDomainAliases" || text.hasPrefix("meshConfig.trustDomainAliases[") {
    return field.before.map {
      Set($0.split(separator: ", ")).isSubset(of: Set((field.after ?? "").split(separator: ", ")))
    } ?? true
      ? .trustAlias : .trustDomain
  }
  if text.hasSuffix("outboundTrafficPolicy.mode") {
    return field.after == "REGISTRY_ONLY" ? .egressClosed : .egressOpened
  }
  if text.hasPrefix("meshConfig.extensionProviders"), text.contains("xtAuthz") {
    return field.before == nil ? .policyAdded : .policyRemoved
  }
  if text.hasPrefix("components.") { return componentKind(at: text) }
  if text == "meshConfig.enableAutoMtls" { return field.after == "false" ? .mutualTLSWeaker : .mutualTLSStricter }
  if ["pilot.autoscaleMin", "pilot.replicaCount"].contains(text) {
    let (old, new) = (field.before.flatMap { Int($0) } ?? 2, field.after.flatMap { Int($0) } ?? 2)
    return new < 2 && old >= 2 ? .fewReplicas : .controlPlaneRestarts
  }
  return valueRules.first { text == $0.path || text.hasPrefix("\($0.path).") || text.hasPrefix("\($0.path)[") }?.kind
    ?? .effectNotKnown
}

/// What a part of an `IstioOperator` is made of; what its Service is, the topology says.
private func componentKind(at path: String) -> ChangeKind {
  if path.hasSuffix(".k8s.replicaCount") || path.contains(".k8s.hpaSpec") { return .scaling }
  return path.contains(".k8s.service") ? .objectsApplied : .controlPlaneRestarts
}

private let valueRules: [(path: String, kind: ChangeKind)] =
  [
    ("meshConfig.trustDomain", .trustDomain), ("global.trustDomain", .trustDomain), ("global.meshID", .meshID),
    ("global.multiCluster.clusterName", .clusterRenamed), ("global.network", .networkMoved),
    ("global.proxy.clusterDomain", .clusterDomain), ("meshConfig.rootNamespace", .controlPlaneElsewhere),
    ("global.istioNamespace", .controlPlaneElsewhere), ("istioNamespace", .controlPlaneElsewhere),
    ("meshConfig.caCertificates", .rootReplaced), ("global.caAddress", .rootReplaced),
    ("global.pilotCertProvider", .rootReplaced), ("global.caName", .rootReplaced),
    ("pilot.env.ENABLE_CA_SERVER", .rootReplaced), ("pilot.env.PILOT_SKIP_VALIDATE_TRUST_DOMAIN", .mutualTLSWeaker),
    ("global.remotePilotAddress", .gatewayAddress), ("global.meshNetworks", .gatewayAddress), ("revision", .revision),
    ("global.revision", .revision),
    ("revisionTags", .revision), ("defaultRevision", .revision), ("profile", .effectNotKnown),
    ("global.tag", .images), ("global.hub", .images), ("global.variant", .images), ("pilot.hub", .images),
    ("pilot.tag", .images), ("global.imagePullSecrets", .images),
  ]
  + discoveredOtherwise.map { ($0, .discovery) } + readAtStart.map { ($0, .untilRestart) }
  + ofControlPlane.map { ($0, .controlPlaneRestarts) } + atOnce.map { ($0, .valueAtOnce) }

/// What is seen, or passed by.
private let discoveredOtherwise = [
  "meshConfig.discoverySelectors", "meshConfig.defaultServiceExportTo", "meshConfig.defaultVirtualServiceExportTo",
  "meshConfig.defaultDestinationRuleExportTo", "meshConfig.serviceSettings", "global.proxy.includeIPRanges",
  "global.proxy.excludeIPRanges", "global.proxy.includeInboundPorts", "global.proxy.excludeInboundPorts",
  "global.proxy.includeOutboundPorts", "global.proxy.excludeOutboundPorts", "sidecarInjectorWebhook",
  "global.proxy.autoInject",
]

/// What a proxy reads when it starts.
private let readAtStart = [
  "meshConfig.defaultConfig", "global.proxy", "global.proxy_init", "global.logging", "global.logAsJson",
  "global.sts", "global.defaultResources", "global.waypoint",
]

/// What the pods of control planes and nodes' agents are made of.
private let ofControlPlane = [
  "pilot.autoscaleEnabled", "pilot.autoscaleMax", "pilot.resources", "pilot.cpu", "pilot.memory", "pilot.affinity",
  "pilot.tolerations", "pilot.nodeSelector", "pilot.topologySpreadConstraints", "pilot.podAnnotations",
  "pilot.podLabels", "pilot.deploymentLabels", "pilot.serviceAnnotations", "pilot.rollingMaxSurge",
  "pilot.rollingMaxUnavailable", "pilot.extraContainerArgs", "pilot.volumes", "pilot.volumeMounts",
  "pilot.traceSampling",
  "pilot.keepaliveMaxServerConnectionAge", "pilot.cni", "global.priorityClassName",
  "global.defaultPodDisruptionBudget", "cni", "ztunnel", "resources", "podAnnotations", "podLabels", "tolerations",
  "nodeSelector", "affinity", "logLevel", "logging", "updateStrategy", "global.platform", "platform",
]

/// What is recorded, or tried again, and handed to proxies that run.
private let atOnce = [
  "meshConfig.accessLogFile", "meshConfig.accessLogFormat", "meshConfig.accessLogEncoding",
  "meshConfig.enableEnvoyAccessLogService", "meshConfig.disableEnvoyListenerLog", "meshConfig.enableTracing",
  "meshConfig.extensionProviders", "meshConfig.defaultProviders", "meshConfig.enablePrometheusMerge",
  "meshConfig.localityLbSetting", "meshConfig.connectTimeout", "meshConfig.tcpKeepalive", "meshConfig.dnsRefreshRate",
  "meshConfig.defaultHttpRetryPolicy", "telemetry", "global.tracer", "tracing",
]
