internal import MeshModel
internal import MeshNames
package import Planning

extension Installation {
  package var namespacesStep: Step {
    let gateway = scope.ownGatewayNamespace.map { [$0] } ?? []
    let policies = topology.mesh.hasNetworkPolicies ? scope.networkPolicies + agentPolicies : []
    return Step(
      step(.namespaces), in: cluster.name, .namespaces, "Make the namespaces, the control plane's with its network",
      .apply([scope.systemNamespace] + gateway + namespaces + policies))
  }
}
