internal import Manifests
internal import MeshModel
internal import MeshNames
internal import YAMLWriting

/// Lets the mesh's proxies and its API server reach the control plane through the host's gateway.
///
/// The control plane ends the TLS itself, so the gateway hands it through, whatever name is asked for.
extension ExternalMesh {
  var exposure: [Resource] { [controlPlaneGateway, controlPlaneRoutes] }

  private var controlPlaneGateway: Resource {
    Resource(
      "networking.istio.io/v1", "Gateway", "\(revision)-gw", in: system,
      [
        "spec": [
          "selector": ["istio": "ingressgateway"],
          "servers": [passthrough(15012, "tls-XDS"), passthrough(15017, "tls-WEBHOOK")],
        ]
      ])
  }

  private func passthrough(_ port: Int, _ name: String) -> YAMLValue {
    [
      "port": ["number": .integer(port), "name": .string(name), "protocol": "TLS"],
      "tls": ["mode": "PASSTHROUGH"],
      "hosts": ["*"],
    ]
  }

  private var controlPlaneRoutes: Resource {
    Resource(
      "networking.istio.io/v1", "VirtualService", "\(revision)-vs", in: system,
      [
        "spec": [
          "hosts": ["*"],
          "gateways": [.string("\(revision)-gw")],
          "tls": [route(from: 15012, to: 15012), route(from: 15017, to: 443)],
        ]
      ])
  }

  private func route(from port: Int, to target: Int) -> YAMLValue {
    [
      "match": [["port": .integer(port), "sniHosts": ["*"]]],
      "route": [
        [
          "destination": [
            "host": .string(host.topology.mesh.clusterDomain.host(istiod, in: system)),
            "port": ["number": .integer(target)],
          ]
        ]
      ],
    ]
  }
}
