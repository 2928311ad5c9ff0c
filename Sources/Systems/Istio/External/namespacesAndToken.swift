internal import Manifests
internal import MeshModel
internal import MeshNames
internal import YAMLWriting

extension ExternalMesh {
  /// The host's own control plane is on the host's network; the mesh's has none there, since it is not of the mesh.
  var hostNamespaces: [Resource] {
    [
      Resource("v1", "Namespace", ingress.description, labels: ["topology.istio.io/network": host.network]),
      Resource("v1", "Namespace", system.description),
    ] + (gatewayNamespace == ingress ? [] : [Resource("v1", "Namespace", gatewayNamespace.description)])
      + host.namespaces + hostPolicies
  }

  /// What lets in what the host's two control planes and the gateway live by.
  private var hostPolicies: [Resource] {
    guard host.topology.mesh.hasNetworkPolicies else { return [] }
    let gateway = ClusterScope.policy(
      Self.gatewayName, in: gatewayNamespace, for: ["istio": "ingressgateway"], ports: [15012, 15017])
    return [gateway, ClusterScope.istiodPolicy(in: ingress), ClusterScope.istiodPolicy(in: system)] + host.agentPolicies
  }

  /// The root namespace of the mesh, with the default network of its endpoints.
  ///
  /// The annotation lets the control plane, whose cluster ID is that of the configuration, write into the others.
  func namespaces(of member: any Installation) -> [Resource] {
    let isConfig = member.scope.index == config.scope.index
    return [
      Resource(
        "v1", "Namespace", system.description, labels: ["topology.istio.io/network": member.network],
        annotations: isConfig ? [:] : ["topology.istio.io/controlPlaneClusters": config.cluster.name.description])
    ] + member.namespaces + (member.topology.mesh.hasNetworkPolicies ? member.agentPolicies : [])
  }

  /// The name that istioctl gives such a Secret, and looks for.
  var token: String { "\(istiod)-istio-remote-secret-token" }

  /// Asks for a token for the account that the control plane reads and writes the mesh's cluster with.
  ///
  /// The token controller fills the Secret in. Applied before the account exists, it would be collected as garbage.
  var tokenRequest: Resource {
    Resource(
      "v1", "Secret", token, in: system, annotations: ["kubernetes.io/service-account.name": istiod],
      ["type": "kubernetes.io/service-account-token"])
  }
}
