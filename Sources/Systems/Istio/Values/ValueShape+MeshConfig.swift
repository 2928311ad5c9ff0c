package import Planning

/// `meshConfig` (istio/api, mesh/v1alpha1/config.proto).
extension ValueShape {
  /// networking/v1 ClientTLSSettings.
  package static let clientTLS: ValueShape = .fields([
    "caCertificates": .text, "caCrl": .text, "clientCertificate": .text, "credentialName": .text,
    "insecureSkipVerify": .boolean, "mode": .word(["DISABLE", "SIMPLE", "MUTUAL", "ISTIO_MUTUAL"]), "privateKey": .text,
    "sni": .text, "subjectAltNames": .list(.text),
  ])

  /// networking/v1 TcpKeepalive.
  package static let tcpKeepalive: ValueShape = .fields(["interval": .text, "probes": .integer, "time": .text])

  /// MeshConfig.TLSConfig.
  package static let tlsProtocol: ValueShape = .fields([
    "cipherSuites": .list(.text), "ecdhCurves": .list(.text),
    "minProtocolVersion": .word(["TLS_AUTO", "TLSV1_2", "TLSV1_3"]),
  ])

  /// MeshConfig.
  package static let meshConfig: ValueShape = .fields([
    "accessLogEncoding": .word(["TEXT", "JSON"]), "accessLogFile": .text, "accessLogFormat": .text,
    "ca": .fields(["address": .text, "istiodSide": .boolean, "requestTimeout": .text, "tlsSettings": .clientTLS]),
    "caCertificates": .list(
      .fields(["certSigners": .list(.text), "pem": .text, "spiffeBundleUrl": .text, "trustDomains": .list(.text)])),
    "certificates": .list(.fields(["dnsNames": .list(.text), "secretName": .text])),
    "configSources": .list(
      .fields(["address": .text, "subscribedResources": .list(.word(["SERVICE_REGISTRY"])), "tlsSettings": .clientTLS])),
    "connectTimeout": .text, "defaultConfig": .proxyConfig, "defaultDestinationRuleExportTo": .list(.text),
    "defaultHttpRetryPolicy": .fields([
      "attempts": .integer, "backoff": .text, "perTryTimeout": .text, "retryIgnorePreviousHosts": .boolean,
      "retryOn": .text, "retryRemoteLocalities": .boolean,
    ]), "defaultProviders": .fields(["accessLogging": .list(.text), "metrics": .list(.text), "tracing": .list(.text)]),
    "defaultServiceExportTo": .list(.text), "defaultVirtualServiceExportTo": .list(.text),
    "disableEnvoyListenerLog": .boolean, "discoverySelectors": .list(.labelSelector), "dnsRefreshRate": .text,
    "enableAutoMtls": .boolean, "enableEnvoyAccessLogService": .boolean, "enablePrometheusMerge": .boolean,
    "enableTracing": .boolean, "extensionProviders": .list(.extensionProvider),
    "h2UpgradePolicy": .word(["DO_NOT_UPGRADE", "UPGRADE"]), "hboneIdleTimeout": .text, "inboundClusterStatName": .text,
    "inboundTrafficPolicy": .fields(["mode": .word(["PASSTHROUGH", "LOCALHOST"])]), "ingressClass": .text,
    "ingressControllerMode": .word(["UNSPECIFIED", "OFF", "DEFAULT", "STRICT"]), "ingressSelector": .text,
    "ingressService": .text,
    "localityLbSetting": .fields([
      "distribute": .list(.fields(["from": .text, "to": .map(.integer)])), "enabled": .boolean,
      "failover": .list(.fields(["from": .text, "to": .text])), "failoverPriority": .list(.text),
    ]), "meshMTLS": .tlsProtocol, "outboundClusterStatName": .text,
    "outboundTrafficPolicy": .fields([
      "mode": .word(["REGISTRY_ONLY", "ALLOW_ANY", "ALLOW_ANY_DYNAMIC_DNS"]), "tls": .clientTLS,
    ]),
    "pathNormalization": .fields([
      "normalization": .word(["DEFAULT", "NONE", "BASE", "MERGE_SLASHES", "DECODE_AND_MERGE_SLASHES"])
    ]), "protocolDetectionTimeout": .text, "proxyHttpPort": .integer, "proxyInboundListenPort": .integer,
    "proxyListenPort": .integer, "rootNamespace": .text,
    "serviceScopeConfigs": .list(
      .fields([
        "namespaceSelector": .labelSelector, "scope": .word(["LOCAL", "GLOBAL"]), "servicesSelector": .labelSelector,
      ])), "serviceSettings": .set(.fields(["hosts": .list(.text), "settings": .fields(["clusterLocal": .boolean])])),
    "tcpKeepalive": .tcpKeepalive, "tlsDefaults": .tlsProtocol, "trustDomain": .text,
    "trustDomainAliases": .set(.text), "verifyCertificateAtClient": .boolean,
  ])
}
