internal import Manifests
internal import MeshModel
internal import MeshNames
internal import YAMLWriting

extension ClusterScope {
  /// Lets the other networks reach every service of the mesh through the gateway, by the name in the TLS handshake.
  ///
  /// The name is `outbound_.PORT_.SUBSET_.HOST`, so the host must match the end of the services' names.
  var crossNetworkGateway: Resource {
    Resource(
      "networking.istio.io/\(options.apiVersion)", "Gateway", "cross-network-gateway", in: gatewayNamespace,
      [
        "spec": [
          "selector": ["istio": "eastwestgateway"],
          "servers": [
            [
              "port": ["number": 15443, "name": "tls", "protocol": "TLS"],
              "tls": ["mode": "AUTO_PASSTHROUGH"],
              "hosts": [.string(topology.mesh.clusterDomain.hosts)],
            ]
          ],
        ]
      ])
  }
}
