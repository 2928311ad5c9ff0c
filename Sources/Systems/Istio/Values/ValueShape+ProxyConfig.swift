package import Planning

/// `meshConfig.defaultConfig` (istio/api, mesh/v1alpha1/proxy.proto).
extension ValueShape {
  /// RemoteService.
  package static let remoteService: ValueShape = .fields([
    "address": .text, "tcpKeepalive": .tcpKeepalive, "tlsSettings": .clientTLS,
  ])

  /// Tracing.
  package static let tracing: ValueShape = .fields([
    "customTags": .map(
      .fields([
        "environment": .fields(["defaultValue": .text, "name": .text]),
        "header": .fields(["defaultValue": .text, "name": .text]), "literal": .fields(["value": .text]),
      ])), "datadog": .fields(["address": .text]), "enableIstioTags": .boolean,
    "lightstep": .fields(["accessToken": .text, "address": .text]), "maxPathTagLength": .integer,
    "openCensusAgent": .fields([
      "address": .text,
      "context": .list(.word(["UNSPECIFIED", "W3C_TRACE_CONTEXT", "GRPC_BIN", "CLOUD_TRACE_CONTEXT", "B3"])),
    ]), "sampling": .number,
    "stackdriver": .fields([
      "debug": .boolean, "maxNumberOfAnnotations": .integer, "maxNumberOfAttributes": .integer,
      "maxNumberOfMessageEvents": .integer,
    ]), "tlsSettings": .clientTLS, "zipkin": .fields(["address": .text]),
  ])

  /// ProxyConfig.ProxyHeaders.
  package static let proxyHeaders: ValueShape = .fields([
    "attemptCount": .fields(["disabled": .boolean]), "envoyDebugHeaders": .fields(["disabled": .boolean]),
    "forwardedClientCert": .word([
      "UNDEFINED", "SANITIZE", "FORWARD_ONLY", "APPEND_FORWARD", "SANITIZE_SET", "ALWAYS_FORWARD_ONLY",
    ]), "metadataExchangeHeaders": .fields(["mode": .word(["UNDEFINED", "IN_MESH"])]),
    "preserveHttp1HeaderCase": .boolean, "requestId": .fields(["disabled": .boolean]),
    "server": .fields(["disabled": .boolean, "value": .text]),
    "setCurrentClientCertDetails": .fields([
      "cert": .boolean, "chain": .boolean, "dns": .boolean, "subject": .boolean, "uri": .boolean,
    ]), "xForwardedHost": .fields(["enabled": .boolean]), "xForwardedPort": .fields(["enabled": .boolean]),
  ])

  /// ProxyConfig.
  package static let proxyConfig: ValueShape = .fields([
    "availabilityZone": .text, "binaryPath": .text, "caCertificatesPem": .list(.text), "concurrency": .integer,
    "configPath": .text, "controlPlaneAuthPolicy": .word(["NONE", "MUTUAL_TLS", "INHERIT"]), "customConfigFile": .text,
    "discoveryAddress": .text, "discoveryRefreshDelay": .text, "drainDuration": .text,
    "envoyAccessLogService": .remoteService, "envoyMetricsService": .remoteService, "envoyMetricsServiceAddress": .text,
    "extraStatTags": .list(.text), "fileFlushInterval": .text, "fileFlushMinSizeKb": .integer,
    "gatewayTopology": .fields([
      "forwardClientCertDetails": .word([
        "UNDEFINED", "SANITIZE", "FORWARD_ONLY", "APPEND_FORWARD", "SANITIZE_SET", "ALWAYS_FORWARD_ONLY",
      ]), "numTrustedProxies": .integer, "proxyProtocol": .anything,
    ]), "holdApplicationUntilProxyStarts": .boolean, "image": .fields(["imageType": .text]),
    "interceptionMode": .word(["REDIRECT", "TPROXY", "NONE"]), "meshId": .text,
    "privateKeyProvider": .fields([
      "cryptomb": .fields(["fallback": .boolean, "pollDelay": .text]),
      "qat": .fields(["fallback": .boolean, "pollDelay": .text]),
    ]), "proxyAdminPort": .integer, "proxyBootstrapTemplatePath": .text, "proxyHeaders": .proxyHeaders,
    "proxyMetadata": .map(.text),
    "proxyStatsMatcher": .fields([
      "inclusionPrefixes": .list(.text), "inclusionRegexps": .list(.text), "inclusionSuffixes": .list(.text),
    ]), "readinessProbe": .probe, "runtimeValues": .map(.text),
    "sds": .fields(["enabled": .boolean, "k8sSaJwtPath": .text]), "serviceCluster": .text, "statNameLength": .integer,
    "statsCompression": .boolean, "statsdUdpAddress": .text, "statusPort": .integer, "terminationDrainDuration": .text,
    "tracing": .tracing,
    "tracingServiceName": .word(["APP_LABEL_AND_NAMESPACE", "CANONICAL_NAME_ONLY", "CANONICAL_NAME_AND_NAMESPACE"]),
    "zipkinAddress": .text,
  ])
}
