internal import MeshModel
internal import MeshNames
package import Planning

extension Installation {
  package var namespacesStep: Step {
    Step(
      step(.namespaces), in: cluster.name, .namespaces, "Make the namespaces, the control plane's with its network",
      .apply([scope.systemNamespace, scope.ownGatewayNamespace].compactMap { $0 } + namespaces))
  }
}
