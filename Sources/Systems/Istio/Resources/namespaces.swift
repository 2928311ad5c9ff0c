package import Manifests
internal import MeshModel
internal import MeshNames

extension ClusterScope {
  /// The control plane's namespace.
  ///
  /// No installer makes it, and labels that it lacks from the start are read too late.
  package var systemNamespace: Resource {
    Resource(
      // The default network of the cluster's endpoints. The proxies' own comes from `global.network`: one name for both.
      "v1", "Namespace", system.description, labels: ["topology.istio.io/network": network],
      // Lets that cluster's istiod write the root's certificate and the webhook's CA bundle into this one.
      annotations: cluster.primary.map { ["topology.istio.io/controlPlaneClusters": $0.description] } ?? [:])
  }

  /// What puts a namespace into the mesh.
  package var meshLabels: [String: String] { meshLabels(of: nil) }

  private func meshLabels(of namespace: CheckedNamespace) -> [String: String] {
    var labels = meshLabels(of: namespace.revision)
    if isAmbient { labels["istio.io/use-waypoint"] = namespace.waypoint?.description }
    return labels
  }

  /// What binds a namespace to a revision, or to a tag of it.
  ///
  /// `istio-injection` knows only a revision, or a tag, that is called `default`.
  func meshLabels(of revision: RevisionName?) -> [String: String] {
    if isAmbient { return ["istio.io/dataplane-mode": "ambient"] }
    let bound = revision?.description ?? options.boundRevision
    return bound == IstioOptions.standardRevision ? ["istio-injection": "enabled"] : ["istio.io/rev": bound]
  }

  /// The application namespaces of this cluster.
  ///
  /// They may be there before: then they get the label.
  var applicationNamespaces: [Resource] {
    (topology.namespaces[cluster.name] ?? []).map {
      Resource("v1", "Namespace", $0.name.description, labels: meshLabels(of: $0))
    }
  }

  /// The same where something else puts them into the mesh.
  func applicationNamespaces(labels: [String: String]) -> [Resource] {
    (topology.namespaces[cluster.name] ?? []).map {
      Resource("v1", "Namespace", $0.name.description, labels: labels)
    }
  }
}
