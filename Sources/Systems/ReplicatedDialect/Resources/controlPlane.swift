internal import Istio
internal import LegacyIstio
internal import MeshModel
internal import MeshNames
internal import YAMLWriting

/// What `values-istio-multicluster-gateways.yaml` means, for the way in which the release is installed.
///
/// The chart would render the gateways for the whole mesh and the `.global` DNS server, too. Both are manifests here: the chart
/// cannot give that server an address, and its EnvoyFilter is not right in every release.
extension LegacyCluster {
  /// The values of the chart, up to 1.5 (istio/istio 1.4.10, install/kubernetes/helm/istio/example-values).
  var chartValues: YAMLValue {
    [
      "global": .fields([
        "podDNSSearchNamespaces": searchDomains,
        "multiCluster": ["enabled": false],
        "controlPlaneSecurityEnabled": true,
        "trustDomain": trustDomain,
        "proxy": topology.mesh.proxyDomain,
      ]),
      "security": ["selfSigned": false],
      "istiocoredns": ["enabled": false],
      "gateways": [
        "istio-ingressgateway": .mapping(ingressGateway),
        "istio-egressgateway": [
          "enabled": true,
          "env": ["ISTIO_META_ROUTER_MODE": "sni-dnat", "ISTIO_META_REQUESTED_NETWORK_VIEW": "external"],
        ],
      ],
    ]
  }

  private var ingressGateway: [YAMLValue.Entry] {
    gatewayServiceSettings + (gatewayAnnotations.map { [.init("serviceAnnotations", $0)] } ?? [])
      + (hasNodePort ? [.init("ports", nodePorts)] : [])
      + [.init("env", ["ISTIO_META_ROUTER_MODE": "sni-dnat"])]
  }

  /// The same for `istioctl install`, from 1.6 on (istio/istio 1.8.6, manifests/examples/multicluster).
  var installation: YAMLValue {
    [
      "apiVersion": "install.istio.io/v1alpha1",
      "kind": "IstioOperator",
      "metadata": ["name": "control-plane", "namespace": "\(system)"],
      "spec": .fields([
        "meshConfig": trustDomain.map { ["trustDomain": $0] },
        "components": [
          "ingressGateways": [
            [
              "name": "istio-ingressgateway", "enabled": true,
              "k8s": .fields([
                "env": [routerMode],
                "serviceAnnotations": gatewayAnnotations,
                "service": gatewayServiceSettings.isEmpty ? nil : .mapping(gatewayServiceSettings),
              ]),
            ]
          ],
          "egressGateways": [
            [
              "name": "istio-egressgateway", "enabled": true,
              "k8s": ["env": [routerMode, ["name": "ISTIO_META_REQUESTED_NETWORK_VIEW", "value": "external"]]],
            ]
          ],
        ],
        "values": [
          "global": .fields([
            "istioNamespace": "\(system)",
            "podDNSSearchNamespaces": searchDomains,
            "multiCluster": ["enabled": false],
            "proxy": topology.mesh.proxyDomain,
          ])
        ],
      ]),
    ]
  }

  /// With it, a gateway takes the name that TLS asks for as that of a cluster of its own (istio/istio#19901).
  private var routerMode: YAMLValue { ["name": "ISTIO_META_ROUTER_MODE", "value": "sni-dnat"] }

  /// Lets a pod of `app1` say `httpbin.app2`; a template of the injector's, in whose brackets it is.
  private var searchDomains: YAMLValue {
    let namespace = "valueOrDefault .DeploymentMeta.Namespace \"default\""
    return ["global", .string(version < Version(1, 2, 0) ? "[[ \(namespace) ]].global" : "{{ \(namespace) }}.global")]
  }

  private var trustDomain: YAMLValue? {
    topology.mesh.trustDomain == .clusterLocal ? nil : "\(topology.mesh.trustDomain)"
  }

  /// The ports of the chart's gateway, with the node's port of the one that other clusters use.
  private var nodePorts: YAMLValue {
    [
      ["name": "status-port", "port": 15020, "targetPort": 15020],
      ["name": "http2", "port": 80, "targetPort": 80],
      ["name": "https", "port": 443],
      ["name": "tls", "port": 15443, "targetPort": 15443, "nodePort": .integer(gatewayPort)],
    ]
  }
}
