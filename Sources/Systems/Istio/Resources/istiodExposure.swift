internal import Manifests
internal import MeshModel
internal import MeshNames
internal import YAMLWriting

extension ClusterScope {
  /// Lets the proxies and the API servers of remote clusters reach istiod through the gateway.
  var istiodExposure: [Resource] { [istiodGateway, istiodRoutes] }

  private var istiodGateway: Resource {
    Resource(
      "networking.istio.io/v1", "Gateway", "istiod-gateway", in: gatewayNamespace,
      [
        "spec": [
          "selector": ["istio": "eastwestgateway"],
          "servers": [passthrough(15012, "tls-istiod"), passthrough(15017, "tls-istiodwebhook")],
        ]
      ])
  }

  /// istiod ends the TLS itself, so the gateway hands it through, whatever name is asked for.
  private func passthrough(_ port: Int, _ name: String) -> YAMLValue {
    [
      "port": ["number": .integer(port), "name": .string(name), "protocol": "TLS"],
      "tls": ["mode": "PASSTHROUGH"],
      "hosts": ["*"],
    ]
  }

  private var istiodRoutes: Resource {
    Resource(
      "networking.istio.io/v1", "VirtualService", options.isRevisioned ? "istiod-vs-\(options.revision)" : "istiod-vs",
      in: gatewayNamespace,
      [
        "spec": [
          "hosts": ["*"],
          "gateways": ["istiod-gateway"],
          "tls": [route(from: 15012, to: 15012), route(from: 15017, to: 443)],
        ]
      ])
  }

  /// The host names the control plane's own namespace: the published file says `istio-system`, wherever istiod is.
  private func route(from port: Int, to target: Int) -> YAMLValue {
    [
      "match": [["port": .integer(port), "sniHosts": .strings(istiodNamesAskedFor)]],
      "route": [
        [
          "destination": [
            "host": .string(topology.mesh.clusterDomain.host(options.istiodName, in: system)),
            "port": ["number": .integer(target)],
          ]
        ]
      ],
    ]
  }

  /// Each revision is asked for by its own name, so that the next one can be let in beside it.
  private var istiodNamesAskedFor: [String] {
    let service = "\(options.istiodName).\(system).svc"
    return options.isRevisioned ? [service, "\(service).\(topology.mesh.clusterDomain)"] : ["*"]
  }
}
