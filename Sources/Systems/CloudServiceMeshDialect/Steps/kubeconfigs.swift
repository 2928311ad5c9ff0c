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
  var copyScript: String { "kubectl config view --minify --flatten --context=\(contextWord) > \(copy) || exit 1" }

  /// Copies it, calls the context what istiod calls the cluster, and has it lead where the topology says.
  var renamedCopyScript: String {
    [copyScript, renaming, addressing].compactMap { $0 }.joined(separator: "\n")
  }

  /// The path of the copy, as a shell reads it.
  var copy: String { "\"$folder/\(name)\"" }

  /// The context, as a shell reads it.
  var contextWord: String { Command.quoted("\(scope.context)") }

  /// kubectl refuses to give a context the name that it has.
  private var renaming: String? {
    scope.context.description == clusterID
      ? nil : "kubectl config rename-context \(contextWord) \(clusterID) --kubeconfig=\(copy) || exit 1"
  }

  /// The kubeconfig's own address stands where the topology has none.
  private var addressing: String? {
    guard scope.cluster.apiServer != .ofOwnCluster else { return nil }
    let entry = "$(kubectl config view --kubeconfig=\(copy) --output='jsonpath={.clusters[0].name}')"
    let name = scope.cluster.tlsServerName.map { " --tls-server-name=\($0)" } ?? ""
    return "kubectl config set-cluster \"\(entry)\" --server=\(Command.quoted("\(scope.cluster.apiServer)"))\(name) "
      + "--kubeconfig=\(copy) || exit 1"
  }
}
