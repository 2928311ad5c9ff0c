package import Planning

/// `meshConfig.extensionProviders` (istio/api, mesh/v1alpha1/config.proto).
extension ValueShape {
  /// MeshConfig.ExtensionProvider.
  package static let extensionProvider: ValueShape = .fields([
    "datadog": .fields(["maxTagLength": .integer, "port": .integer, "service": .text]),
    "envoyExtAuthzGrpc": .fields([
      "clearRouteCache": .boolean, "failOpen": .boolean,
      "includeRequestBodyInCheck": .fields([
        "allowPartialMessage": .boolean, "maxRequestBytes": .integer, "packAsBytes": .boolean,
      ]), "port": .integer, "service": .text, "statusOnError": .text, "timeout": .text,
    ]),
    "envoyExtAuthzHttp": .fields([
      "clearRouteCache": .boolean, "failOpen": .boolean, "headersToDownstreamOnAllow": .list(.text),
      "headersToDownstreamOnDeny": .list(.text), "headersToUpstreamOnAllow": .list(.text),
      "includeAdditionalHeadersInCheck": .map(.text), "includeHeadersInCheck": .list(.text),
      "includeRequestBodyInCheck": .fields([
        "allowPartialMessage": .boolean, "maxRequestBytes": .integer, "packAsBytes": .boolean,
      ]), "includeRequestHeadersInCheck": .list(.text), "pathPrefix": .text, "port": .integer, "service": .text,
      "statusOnError": .text, "timeout": .text,
    ]),
    "envoyFileAccessLog": .fields([
      "logFormat": .fields(["labels": .map(.text), "text": .text]), "omitEmptyValues": .boolean, "path": .text,
    ]),
    "envoyHttpAls": .fields([
      "additionalRequestHeadersToLog": .list(.text), "additionalResponseHeadersToLog": .list(.text),
      "additionalResponseTrailersToLog": .list(.text), "filterStateObjectsToLog": .list(.text), "logName": .text,
      "port": .integer, "service": .text,
    ]),
    "envoyOtelAls": .fields([
      "logFormat": .fields(["labels": .map(.text), "text": .text]), "logName": .text, "port": .integer,
      "service": .text,
    ]),
    "envoyTcpAls": .fields([
      "filterStateObjectsToLog": .list(.text), "logName": .text, "port": .integer, "service": .text,
    ]), "lightstep": .fields(["accessToken": .text, "maxTagLength": .integer, "port": .integer, "service": .text]),
    "name": .text,
    "opencensus": .fields([
      "context": .list(.word(["UNSPECIFIED", "W3C_TRACE_CONTEXT", "GRPC_BIN", "CLOUD_TRACE_CONTEXT", "B3"])),
      "maxTagLength": .integer, "port": .integer, "service": .text,
    ]),
    "opentelemetry": .fields([
      "dynatraceSampler": .fields([
        "clusterId": .integer,
        "httpService": .fields([
          "http": .fields([
            "headers": .list(.fields(["envName": .text, "name": .text, "value": .text])), "path": .text,
            "timeout": .text,
          ]), "port": .integer, "service": .text,
        ]), "rootSpansPerMinute": .integer, "tenant": .text,
      ]),
      "grpc": .fields([
        "initialMetadata": .list(.fields(["envName": .text, "name": .text, "value": .text])), "timeout": .text,
      ]),
      "http": .fields([
        "headers": .list(.fields(["envName": .text, "name": .text, "value": .text])), "path": .text, "timeout": .text,
      ]), "maxTagLength": .integer, "port": .integer,
      "resourceDetectors": .fields(["dynatrace": .anything, "environment": .anything]), "service": .text,
      "serviceAttributeEnrichment": .word(["ISTIO_CANONICAL", "OTEL_SEMANTIC_CONVENTIONS"]),
    ]), "prometheus": .anything, "sds": .fields(["name": .text, "port": .integer, "service": .text]),
    "skywalking": .fields(["accessToken": .text, "port": .integer, "service": .text]),
    "stackdriver": .fields([
      "debug": .boolean, "logging": .fields(["labels": .map(.text)]), "maxNumberOfAnnotations": .integer,
      "maxNumberOfAttributes": .integer, "maxNumberOfMessageEvents": .integer, "maxTagLength": .integer,
    ]),
    "zipkin": .fields([
      "enable64bitTraceId": .boolean, "headers": .list(.fields(["envName": .text, "name": .text, "value": .text])),
      "maxTagLength": .integer, "path": .text, "port": .integer, "service": .text, "timeout": .text,
      "traceContextOption": .word(["USE_B3", "USE_B3_WITH_W3C_PROPAGATION"]),
    ]),
  ])
}
