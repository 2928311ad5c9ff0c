package import Istio
internal import MeshModel
internal import MeshNames
package import Planning
internal import YAMLWriting

/// Takes the releases down in the reverse of their order.
///
/// The base chart leaves its CustomResourceDefinitions behind: they carry `helm.sh/resource-policy: keep`.
extension HelmInstallation {
  package var gatewayRemovalCommands: [Command] {
    scope.isGatewayAPI ? [deleteFolder(of: .gateways)] : [gateway.removal]
  }

  package var controlPlaneRemoval: Removal {
    remove("Remove the control plane", tagRemovalCommands + [release(istiodName, of: "istiod", [:]).removal])
  }

  package func removal(of istiod: Istiod, _ description: String) -> Removal {
    remove(description, [release(of: istiod).removal])
  }

  package var ztunnelRemoval: Removal? {
    isAmbient ? remove("Remove the proxies of the nodes", [ztunnel.removal]) : nil
  }

  package var cniRemoval: Removal? { hasCNI ? remove("Remove the CNI plug-in", [cni.removal]) : nil }

  package var namespacesRemoval: Removal? {
    remove("Remove the reader's account and the namespaces", [base.removal, deleteFolder(of: .namespaces)])
  }

  package var prerequisiteRemoval: Removal? { nil }
}
