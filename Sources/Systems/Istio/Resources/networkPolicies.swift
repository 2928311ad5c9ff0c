package import Manifests
internal import MeshModel
package import MeshNames
internal import YAMLWriting

/// What lets in the requests that a mesh lives by, where namespaces let nothing in by default.
///
/// They come with the namespaces, before the pods that they are for. What application pods take in is theirs to say.
extension ClusterScope {
  /// The policies for the gateway and, up to Istio 1.27, for the control plane: from 1.28 on, istiod's chart has one of its
  /// own (istio/istio, releasenotes/notes/56877.yaml).
  ///
  /// The gateway's chart has one, too, which leaves the ports of a network's gateway out (manifests/charts/gateway,
  /// templates/networkpolicy.yaml).
  var networkPolicies: [Resource] {
    (hasGateway ? [gatewayPolicy] : []) + (isPrimary && !chartHasPolicy ? [Self.istiodPolicy(in: system)] : [])
  }

  /// What tells the chart of a control plane to bring its policy; `nil` where nobody asks for it.
  var policyValue: YAMLValue? { topology.mesh.hasNetworkPolicies && chartHasPolicy ? ["enabled": true] : nil }

  private var chartHasPolicy: Bool { options.version >= Version(1, 28, 0) }

  private var gatewayPolicy: Resource {
    let pods =
      isGatewayAPI
      ? ["gateway.networking.k8s.io/gateway-name": Self.gatewayName] : ["istio": "eastwestgateway"]
    let requests = isAmbient ? 15008 : isGatewayAPI ? cluster.gateway.port : CheckedGateway.standardPort
    return Self.policy(
      Self.gatewayName, in: gatewayNamespace, for: pods, ports: [requests] + (servesRemotes ? [15012, 15017] : []))
  }

  /// Discovery, by TLS and plain; its webhooks; its own state and metrics.
  static func istiodPolicy(in namespace: NamespaceName) -> Resource {
    policy("istiod", in: namespace, for: ["app": "istiod"], ports: [15010, 15012, 15014, 15017, 8080], ofProxy: false)
  }

  /// The nodes' proxies, which take in what is sent to pods and what pods send.
  package static func ztunnelPolicy(in namespace: NamespaceName) -> Resource {
    policy("ztunnel", in: namespace, for: ["app": "ztunnel"], ports: [15001, 15006, 15008, 15053])
  }

  /// The CNI plug-in, whom nobody asks for anything but its metrics.
  package static func cniPolicy(in namespace: NamespaceName) -> Resource {
    policy("istio-cni", in: namespace, for: ["k8s-app": "istio-cni-node"], ports: [8000, 15014], ofProxy: false)
  }

  /// A policy that lets anybody in at some ports, and its pods out to anywhere: whom these call, only the services know.
  ///
  /// Proxies also say whether they are ready, at 15021, and have metrics at 15020 and 15090.
  static func policy(
    _ name: String, in namespace: NamespaceName, for pods: [String: String], ports: [Int], ofProxy: Bool = true
  ) -> Resource {
    Resource(
      "networking.k8s.io/v1", "NetworkPolicy", name, in: namespace,
      [
        "spec": [
          "podSelector": ["matchLabels": .sorted(pods)],
          "policyTypes": ["Ingress", "Egress"],
          "ingress": [
            [
              "ports": .sequence(
                (ports + (ofProxy ? [15020, 15021, 15090] : [])).map { ["protocol": "TCP", "port": .integer($0)] })
            ]
          ],
          "egress": [[:]],
        ]
      ])
  }
}
