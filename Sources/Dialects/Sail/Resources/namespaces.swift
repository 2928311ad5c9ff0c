internal import Manifests
internal import MeshModel
internal import MeshNames

extension ClusterScope {
  /// The operator makes no namespaces: `Istio` and `IstioCNI` report `namespace "…" doesn't exist` until they do.
  var namespaces: [Resource] {
    [
      // The default network of the cluster's endpoints. The proxies' own comes from `global.network`: one name for both.
      Resource(
        "v1", "Namespace", system.description, labels: ["topology.istio.io/network": network],
        // Lets that cluster's istiod write the root's certificate and the webhook's CA bundle into this one.
        annotations: cluster.primary.map { ["topology.istio.io/controlPlaneClusters": $0.description] } ?? [:])
    ] + ownedNamespaces
  }

  /// The namespaces of the CNI plug-in and of the operator, where that is ours to make.
  var ownedNamespaces: [Resource] {
    var namespaces = [Resource("v1", "Namespace", Self.cniNamespace)]
    if isAmbient { namespaces.append(Resource("v1", "Namespace", Self.ztunnelNamespace)) }
    if let subscription = self.operator.subscription, subscription.ownsNamespace {
      namespaces.append(Resource("v1", "Namespace", subscription.namespace.description))
    }
    return namespaces
  }

  static let cniNamespace = "istio-cni"
  static let ztunnelNamespace = "ztunnel"

  /// What puts a namespace into the mesh.
  ///
  /// `istio-injection` knows only a revision that is called `default`.
  var meshLabels: [String: String] {
    if isAmbient { return ["istio.io/dataplane-mode": "ambient"] }
    return options.isRevisioned ? ["istio.io/rev": revision] : ["istio-injection": "enabled"]
  }

  /// The application namespaces of this cluster.
  ///
  /// They may be there before: then they get the label.
  var applicationNamespaces: [Resource] {
    (topology.namespaces[cluster.name] ?? []).map { Resource("v1", "Namespace", $0.description, labels: meshLabels) }
  }
}
