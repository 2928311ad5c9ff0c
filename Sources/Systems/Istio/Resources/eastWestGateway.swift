package import Manifests
internal import MeshModel
internal import MeshNames
internal import YAMLWriting

/// The gateway through which other networks reach this cluster's services, and remote clusters its control plane.
///
/// It is that of Sail's documents (docs/deployment-models/resources/east-west-gateway-net1.yaml), made to last:
/// - the pod template carries the revision's label. There it stands on the Deployment alone, where it does nothing,
///   and `image: auto` is never replaced (istio/istio#39282);
/// - two replicas, because a disruption budget of one with one replica blocks every drain of a node;
/// - a security context for the pod, as the restricted Pod Security Standard asks for;
/// - no right to read Secrets, and none mounted. The gateway passes TLS through and ends none, and the right would
///   reach the CA's key in `cacerts`;
/// - the ports that are used: those of istiod only where it has remote clusters to serve.
extension ClusterScope {
  package static let gatewayName = "istio-eastwestgateway"

  /// The name of the Deployment and of the Service: istiod adds the class to what it makes from a `Gateway`, but not
  /// that of east-west gateways.
  package var gatewayWorkload: String {
    isGatewayAPI && !isAmbient ? "\(Self.gatewayName)-istio" : Self.gatewayName
  }

  /// Whether istiod makes the gateway from an object of Gateway API.
  package var isGatewayAPI: Bool { isAmbient || cluster.gateway.kind == .gatewayAPI }

  /// The objects that bring the gateway up: with Gateway API, one from which istiod makes the others.
  package var gatewayResources: [Resource] {
    if isAmbient { return [ambientGateway] }
    return isGatewayAPI ? [passthroughGateway] : eastWestGateway.resources
  }

  private var eastWestGateway: InjectedGateway {
    InjectedGateway(
      name: Self.gatewayName, namespace: gatewayNamespace,
      labels: ["app": Self.gatewayName, "istio": "eastwestgateway", "topology.istio.io/network": network],
      serviceLabels: gatewayServiceLabels, revision: options.boundRevision, start: proxyStart,
      // Keeps the gateway from sending to the gateways of other networks.
      environment: [["name": "ISTIO_META_REQUESTED_NETWORK_VIEW", "value": .string(network)]],
      containerPorts: servesRemotes ? [15021, 15443, 15012, 15017] : [15021, 15443],
      ports: gatewayPorts, settings: cluster.gateway)
  }

  /// The ports of the gateway's Service.
  package var gatewayPorts: [InjectedGateway.Port] {
    let requests = [
      InjectedGateway.Port("status-port", 15021), .init("tls", gatewayServicePort, to: CheckedGateway.standardPort),
    ]
    return servesRemotes ? requests + [.init("tls-istiod", 15012)] + cluster.gateway.webhookPorts : requests
  }
}
