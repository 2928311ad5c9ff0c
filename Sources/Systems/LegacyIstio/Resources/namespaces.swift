package import Manifests
internal import MeshModel
package import MeshNames
internal import YAMLWriting

extension LegacyCluster {
  /// The control plane's namespace, and those of applications, which the webhook looks after from its start.
  ///
  /// - Parameters:
  ///   - injected: The namespaces whose pods get proxies by themselves.
  ///   - others: Namespaces that only have to be there.
  /// - Returns: The objects, each namespace once.
  package func namespaces(injected: some Sequence<NamespaceName>, others: some Sequence<NamespaceName> = [])
    -> [Resource]
  {
    let injected = Set(injected)
    let rest = Set(others).subtracting(injected).subtracting([system])
    // The network of the cluster's endpoints is one of today's labels.
    let network = isToday ? ["topology.istio.io/network": cluster.network.description] : [:]
    return [Resource("v1", "Namespace", system.description, labels: network)]
      + (injected.map { ($0, Self.injectionLabel) } + rest.map { ($0, [:]) })
      .sorted { $0.0.description < $1.0.description }
      .map { Resource("v1", "Namespace", $0.0.description, labels: $0.1) }
  }

  package static let injectionLabel = ["istio-injection": "enabled"]
}
