package import Manifests
internal import MeshModel
package import MeshNames
internal import Planning

/// Where the cluster's gateway is, and where others find it.
extension ClusterScope {
  /// The namespace of the gateway: one of its own where the topology names it, otherwise the control plane's.
  package var gatewayNamespace: NamespaceName { cluster.gateway.namespace ?? system }

  /// The namespace of the gateway, where that is nobody else's.
  ///
  /// The pods ask for injection themselves, and say which network they are on: the label is what the mesh's namespaces are
  /// selected by (`meshConfig.discoverySelectors`).
  package var ownGatewayNamespace: Resource? {
    guard hasGateway, gatewayNamespace != system else { return nil }
    return Resource(
      "v1", "Namespace", gatewayNamespace.description, labels: ["topology.istio.io/network": network])
  }

  /// The number of the port of the gateway's Service that passes TLS through: that which others dial, unless they dial
  /// something that stands before it.
  package var gatewayServicePort: Int {
    let service = cluster.gateway.service
    return service.type == .loadBalancer || !service.externalIPs.isEmpty
      ? cluster.gateway.port : CheckedGateway.standardPort
  }

  /// The labels by which istiod knows a Service for the gateway of a network, and its port.
  ///
  /// A gateway that control planes are told of in another way has none, or they would use both (istio/istio,
  /// pilot/pkg/serviceregistry/kube/controller/network.go; pilot/pkg/xds/endpoints/ep_filters.go).
  package var gatewayServiceLabels: [String: String] {
    guard !cluster.gateway.isListed else { return [:] }
    var labels = ["topology.istio.io/network": network]
    if cluster.gateway.hasOwnPort { labels["networking.istio.io/gatewayPort"] = "\(gatewayServicePort)" }
    return labels
  }

  /// The gateway's address as a manifest of a cluster that it serves has it.
  func gatewayAddress(from viewer: ClusterScope) -> String {
    cluster.gateway.view(from: viewer.cluster)?.address.description ?? gatewayAddress
  }

  /// The address binding, where a cluster that it serves needs it.
  package func gatewayAddressUses(from viewer: ClusterScope) -> [String] {
    guard cluster.gateway.view(from: viewer.cluster) == nil else { return [] }
    return gatewayAddressBinding.map { [$0.name] } ?? []
  }
}
