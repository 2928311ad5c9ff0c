internal import Istio
internal import LegacyIstio
internal import Manifests
internal import MeshModel
internal import MeshNames
internal import YAMLWriting

/// The same intent with one of today's releases: its proxies answer for `.global` names by themselves, and its
/// gateways need no filter where clients say which service they mean.
extension LegacyCluster {
  static let eastWestGateway = "istio-eastwestgateway"

  /// A control plane and a gateway between networks (istio/istio, samples/multicluster/gen-eastwest-gateway.sh).
  var installationToday: YAMLValue {
    [
      "apiVersion": "install.istio.io/v1alpha1",
      "kind": "IstioOperator",
      "metadata": ["name": "control-plane", "namespace": "\(system)"],
      "spec": [
        "profile": "minimal",
        "meshConfig": .fields([
          "trustDomain": topology.mesh.trustDomain == .clusterLocal ? nil : "\(topology.mesh.trustDomain)",
          // Without it, clients ask the cluster's DNS for names that it does not know.
          "defaultConfig": ["proxyMetadata": ["ISTIO_META_DNS_CAPTURE": "true"]],
        ]),
        "components": ["ingressGateways": [gatewayToday]],
        "values": [
          "global": .fields([
            "istioNamespace": "\(system)",
            "meshID": "\(topology.mesh.id)",
            "multiCluster": ["clusterName": "\(name)"],
            "network": "\(cluster.network)",
            "proxy": topology.mesh.proxyDomain,
          ])
        ],
      ],
    ]
  }

  private var gatewayToday: YAMLValue {
    let tls: YAMLValue = .fields([
      "name": "tls", "port": 15443, "targetPort": 15443, "nodePort": hasNodePort ? .integer(gatewayPort) : nil,
    ])
    let ports: YAMLValue = [["name": "status-port", "port": 15021, "targetPort": 15021], tls]
    return [
      "name": .string(Self.eastWestGateway),
      "enabled": true,
      "label": [
        "istio": "eastwestgateway", "app": .string(Self.eastWestGateway),
        "topology.istio.io/network": "\(cluster.network)",
      ],
      "k8s": .fields([
        "serviceAnnotations": gatewayAnnotations,
        "service": .mapping(gatewayServiceSettings + [.init("ports", ports)]),
      ]),
    ]
  }

  /// Lets in whoever speaks mutual TLS and says which service of this cluster is meant.
  var crossNetworkGateway: Resource {
    networking(
      "Gateway", "cross-network-gateway", in: system,
      [
        "selector": ["istio": "eastwestgateway"],
        "servers": [
          [
            "hosts": [.string(topology.mesh.clusterDomain.hosts)],
            "port": ["name": "tls", "number": 15443, "protocol": "TLS"],
            "tls": ["mode": "AUTO_PASSTHROUGH"],
          ]
        ],
      ])
  }
}
