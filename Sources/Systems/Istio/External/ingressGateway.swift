internal import Manifests
internal import MeshModel
internal import MeshNames
internal import Planning

extension ExternalMesh {
  static let gatewayName = "istio-ingressgateway"

  /// Its proxies are the host's own control plane's, which knows no mesh.
  private var start: ProxyStart {
    ProxyStart([host.scope.options.imagesInWords, "network \(host.network)"])
  }

  /// The namespace of the gateway: one of its own, or that of the host's own control plane.
  var gatewayNamespace: NamespaceName { host.cluster.gateway.namespace ?? ingress }

  /// The gateway of the host, through which the mesh reaches its control plane.
  ///
  /// It is made as the east-west gateway is. The published file (Sail, docs/deployment-models/resources,
  /// controlplane-gateway.yaml) has the proxy's image and identity written out, of Istio 1.22. It has no network: with
  /// the label, the host's own control plane would take it for a way to the host's services.
  var gatewayResources: [Resource] {
    InjectedGateway(
      name: Self.gatewayName, namespace: gatewayNamespace,
      labels: ["app": Self.gatewayName, "istio": "ingressgateway"],
      revision: IstioOptions.standardRevision, start: start, environment: [], containerPorts: [15021, 15012, 15017],
      ports: [.init("status-port", 15021), .init("tls-xds", 15012)] + host.cluster.gateway.webhookPorts,
      settings: host.cluster.gateway
    ).resources
  }
}
