internal import Manifests
internal import MeshModel
internal import MeshNames
internal import YAMLWriting

/// Remote secrets without a secret: istiod starts a program that fetches a credential (Kubernetes, "client-go credential
/// plugins").
extension ClusterScope {
  /// What another cluster's control plane reads this one with.
  func remoteSecret(by plugin: CredentialPlugin) -> Resource {
    let arguments = plugin.arguments.map { $0.replacing("{cluster}", with: cluster.name.description) }
    let environment = plugin.environment.map { entry -> YAMLValue in
      ["name": .string(entry.name), "value": .string(entry.value)]
    }
    return remoteSecret(
      kubeconfig(
        user: [
          "exec": .fields([
            "apiVersion": "client.authentication.k8s.io/v1",
            "command": .string(plugin.command),
            "args": arguments.isEmpty ? nil : .strings(arguments),
            "env": environment.isEmpty ? nil : .sequence(environment),
            "interactiveMode": "Never",
          ])
        ], certificateAuthority: nil))
  }
}
