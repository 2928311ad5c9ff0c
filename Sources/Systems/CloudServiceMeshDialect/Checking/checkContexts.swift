internal import Diagnostics
internal import MeshModel
internal import MeshNames

/// asmcli makes the names of remote secrets from those of contexts.
func checkContexts(_ topology: Topology, _ log: inout FindingLog) {
  for cluster in topology.clusters {
    guard let context = cluster.context, !context.value.isSecretName else { continue }
    log.report(.unusableContext(context, of: cluster))
  }
}

extension ContextName {
  /// Whether what asmcli makes of the name is one of a remote secret.
  ///
  /// It replaces four characters, and cuts what is longer than 63 (anthos-service-mesh-packages, asmcli/lib/util.sh,
  /// generate_secret_name).
  fileprivate var isSecretName: Bool {
    let replaced = description.map { "_.@:".contains($0) ? "-" : $0 }
    let name = replaced.count > 63 ? String(replaced.prefix(42)) + "-0" : String(replaced)
    return (try? ClusterName(parsing: name)) != nil
  }
}
