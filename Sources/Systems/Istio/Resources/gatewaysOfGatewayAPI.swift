internal import Manifests
internal import MeshModel
internal import MeshNames
internal import YAMLWriting

/// East-west gateways from which istiod makes a Deployment and a Service.
extension ClusterScope {
  /// The gateway of an ambient mesh.
  ///
  /// Other clusters use it only with exactly this class, protocol and mode, and with the label of the network.
  var ambientGateway: Resource {
    gateway(
      ofClass: "istio-east-west",
      listener: [
        "name": "mesh",
        "port": 15008,
        "protocol": "HBONE",
        "tls": ["mode": "Terminate", "options": ["gateway.istio.io/tls-terminate-mode": "ISTIO_MUTUAL"]],
      ])
  }

  /// The gateway of a mesh with sidecars, which passes TLS through by the name in the handshake
  /// (istio/istio, pilot/pkg/config/kube/gateway/testdata/eastwest.yaml).
  ///
  /// The listener does what a `cross-network-gateway` does for a Deployment of the plan's own.
  var passthroughGateway: Resource {
    gateway(
      ofClass: "istio",
      listener: [
        "name": "cross-network",
        "hostname": .string(topology.mesh.clusterDomain.hosts),
        "port": .integer(cluster.gateway.port),
        "protocol": "TLS",
        "tls": ["mode": "Passthrough", "options": ["gateway.istio.io/listener-protocol": "auto-passthrough"]],
      ])
  }

  private func gateway(ofClass name: String, listener: YAMLValue) -> Resource {
    let annotations = cluster.gateway.service.allAnnotations
    var labels = gatewayServiceLabels
    if options.isRevisioned { labels["istio.io/rev"] = options.boundRevision }
    return Resource(
      "gateway.networking.k8s.io/v1", "Gateway", Self.gatewayName, in: gatewayNamespace, labels: labels,
      [
        "spec": .fields([
          "gatewayClassName": .string(name),
          "infrastructure": annotations.isEmpty ? nil : ["annotations": .sorted(annotations)],
          "listeners": [listener],
        ])
      ])
  }
}
