internal import Manifests
internal import MeshModel
internal import MeshNames
internal import YAMLWriting

/// What an ambient mesh has in place of sidecars and of a gateway of our own making.
extension ClusterScope {
  /// The proxy of each node.
  ///
  /// It takes its network from nowhere else: nothing is injected.
  var ztunnel: Resource {
    Resource(
      "sailoperator.io/\(self.operator.servesAlphaZTunnel ? "v1alpha1" : "v1")", "ZTunnel", "default",
      [
        "spec": .fields([
          "version": "v\(options.version)",
          "namespace": .string(Self.ztunnelNamespace),
          "profile": self.operator.servesAlphaZTunnel ? "ambient" : nil,
          "values": ["ztunnel": ["multiCluster": ["clusterName": "\(cluster.name)"], "network": .string(network)]],
        ])
      ])
  }

  /// The first lets the class of east-west gateways exist; the second is whom istiod gives workloads' certificates to,
  /// and on OpenShift it would look for them in kube-system.
  var ambientPilot: YAMLValue {
    ["trustedZtunnelNamespace": .string(Self.ztunnelNamespace), "env": ["AMBIENT_ENABLE_MULTI_NETWORK": "true"]]
  }

  /// The east-west gateway: istiod makes a Deployment and a Service of the same name from it.
  ///
  /// Other clusters use it only with exactly this class, protocol and mode, and with the label of the network.
  var ambientGateway: Resource {
    let annotations = Dictionary(cluster.gateway.annotations.map { ($0.key.description, $0.value) }) { first, _ in first
    }
    return Resource(
      "gateway.networking.k8s.io/v1", "Gateway", Self.gatewayName, in: system,
      labels: ["topology.istio.io/network": network],
      [
        "spec": .fields([
          "gatewayClassName": "istio-east-west",
          "infrastructure": annotations.isEmpty ? nil : ["annotations": .sorted(annotations)],
          "listeners": [
            [
              "name": "mesh",
              "port": 15008,
              "protocol": "HBONE",
              "tls": ["mode": "Terminate", "options": ["gateway.istio.io/tls-terminate-mode": "ISTIO_MUTUAL"]],
            ]
          ],
        ])
      ])
  }
}
