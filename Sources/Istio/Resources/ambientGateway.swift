internal import Manifests
internal import MeshModel
internal import MeshNames
internal import YAMLWriting

extension ClusterScope {
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
