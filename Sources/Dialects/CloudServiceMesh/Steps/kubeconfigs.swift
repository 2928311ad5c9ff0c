internal import Istio
internal import MeshModel
internal import MeshNames
internal import Planning

/// A kubeconfig of its own for each cluster: asmcli takes the current context of a file for the cluster, and what that
/// context is called for its name.
///
/// The copies hold credentials, so they are in a folder that nobody else reads, and gone with the shell.
extension FleetMember {
  /// Makes the folder of the copies.
  static let folderScript = """
    folder=$(mktemp -d) || exit 1
    trap 'rm -rf "$folder"' EXIT
    """

  /// Copies what concerns the cluster, under the name of the context.
  var copyScript: String {
    "kubectl config view --minify --flatten \(option("context", "\(scope.context)")) > \(copy) || exit 1"
  }

  /// The path of the copy, as a shell reads it.
  var copy: String { "\"$folder/\(name)\"" }

  /// Calls the context what istiod calls the cluster, and has it lead where the topology says.
  var renameScript: String {
    let file = "--kubeconfig=\(copy)"
    let rename = "kubectl config rename-context \(Command.quoted("\(scope.context)")) \(clusterID) \(file) || exit 1"
    let lines = (scope.context.description == clusterID ? [] : [rename]) + (statedAddress.map { [move(to: $0)] } ?? [])
    return ([copyScript] + lines).joined(separator: "\n")
  }

  /// The address that the topology gives; without it, the kubeconfig's stands.
  private var statedAddress: ServerAddress? {
    scope.cluster.apiServer == .ofOwnCluster ? nil : scope.cluster.apiServer
  }

  private func move(to address: ServerAddress) -> String {
    let entry =
      "\"$(kubectl config view \(option("kubeconfig", copy, isQuoted: true)) --output='jsonpath={.clusters[0].name}')\""
    let name = scope.cluster.tlsServerName.map { " --tls-server-name=\($0)" } ?? ""
    return "kubectl config set-cluster \(entry) --server=\(address)\(name) --kubeconfig=\(copy) || exit 1"
  }

  private func option(_ name: String, _ value: String, isQuoted: Bool = false) -> String {
    "--\(name)=\(isQuoted ? value : Command.quoted(value))"
  }
}
