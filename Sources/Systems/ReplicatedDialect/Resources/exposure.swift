internal import LegacyIstio
internal import Manifests
internal import MeshModel
internal import MeshNames
internal import YAMLWriting

/// What `global.multiCluster.enabled` has the charts render (istio/istio 1.4.10,
/// install/kubernetes/helm/istio/charts/gateways/templates/preconfigured.yaml), under the same names.
extension LegacyCluster {
  var exposure: [Resource] { [mutualTLS, domainRewrite, gateway("egressgateway"), gateway("ingressgateway")] }

  /// Passes on what asks for a `.global` name, without ending the TLS session.
  private func gateway(_ selected: String) -> Resource {
    networking(
      "Gateway", "istio-multicluster-\(selected)", in: system,
      [
        "selector": ["istio": .string(selected)],
        "servers": [
          [
            "hosts": ["*.global"],
            "port": ["name": "tls", "number": 15443, "protocol": "TLS"],
            "tls": ["mode": "AUTO_PASSTHROUGH"],
          ]
        ],
      ])
  }

  /// What has no rule of its own speaks mutual TLS to the gateway; in plain text it would not get through.
  private var mutualTLS: Resource {
    networking(
      "DestinationRule", "istio-multicluster-destinationrule", in: system,
      ["host": "*.global", "trafficPolicy": Self.mutualTLSPolicy])
  }

  static let mutualTLSPolicy: YAMLValue = ["tls": ["mode": "ISTIO_MUTUAL"]]

  /// Turns the `.global` name into that of this cluster, behind the filter that takes it from the session.
  private var domainRewrite: Resource {
    networking("EnvoyFilter", "istio-multicluster-ingressgateway", in: system, rewriteSpecification)
  }

  private var rewriteSpecification: YAMLValue {
    version < Version(1, 5, 0)
      ? [
        "workloadLabels": ["istio": "ingressgateway"],
        "filters": [
          [
            "listenerMatch": ["portNumber": 15443, "listenerType": "GATEWAY"],
            "insertPosition": ["index": "AFTER", "relativeTo": "envoy.filters.network.sni_cluster"],
            "filterName": .string(Self.rewriteFilter),
            "filterType": "NETWORK",
            "filterConfig": .mapping(rewrite),
          ]
        ],
      ]
      : [
        "workloadSelector": ["labels": ["istio": "ingressgateway"]],
        "configPatches": [
          [
            "applyTo": "NETWORK_FILTER",
            "match": [
              "context": "GATEWAY",
              "listener": [
                "portNumber": 15443,
                "filterChain": ["filter": ["name": "envoy.filters.network.sni_cluster"]],
              ],
            ],
            "patch": ["operation": "INSERT_AFTER", "value": rewritePatch],
          ]
        ],
      ]
  }

  /// From 1.7 on the proxies drop a filter whose configuration does not name its type (istio/istio#27203).
  private var rewritePatch: YAMLValue {
    let type =
      "type.googleapis.com/istio.envoy.config.filter.network.tcp_cluster_rewrite.v2alpha1.TcpClusterRewrite"
    return version < Version(1, 7, 0)
      ? ["name": .string(Self.rewriteFilter), "config": .mapping(rewrite)]
      : [
        "name": .string(Self.rewriteFilter),
        "typed_config": .mapping([.init("@type", .string(type))] + rewrite),
      ]
  }

  private static let rewriteFilter = "envoy.filters.network.tcp_cluster_rewrite"

  private var rewrite: [YAMLValue.Entry] {
    [
      .init("cluster_pattern", "\\.global$"),
      .init("cluster_replacement", ".\(topology.mesh.clusterDomain.suffix)"),
    ]
  }
}
