package import Istio
package import Manifests
internal import MeshModel
internal import MeshNames
internal import Planning
internal import SailOperator

/// Istio in one cluster by the Sail operator: it makes what its own kinds of object ask for.
package struct SailInstallation: Installation {
  package let scope: ClusterScope
  let `operator`: Operator

  init(in scope: ClusterScope, _ options: SailOptions) {
    self.scope = scope
    self.operator = options.operator(of: scope.cluster)
    controlPlaneName = options.controlPlaneName
    updateStrategy = options.isRevisionBased ? "RevisionBased" : "InPlace"
  }

  /// The name of the control plane.
  let controlPlaneName: String
  /// What becomes of the control plane in an update.
  let updateStrategy: String

  static let ztunnelNamespace = "ztunnel"
  package var ztunnelNamespace: String { Self.ztunnelNamespace }

  var sailAPI: String { self.operator.api }

  /// The operator's kinds have no value for the charts' own.
  package var agentPolicies: [Resource] {
    let namespaces = (
      cni: try? NamespaceName(parsing: Operator.cniNamespace),
      ztunnel: isAmbient ? try? NamespaceName(parsing: Self.ztunnelNamespace) : nil
    )
    return [namespaces.cni.map(ClusterScope.cniPolicy), namespaces.ztunnel.map(ClusterScope.ztunnelPolicy)]
      .compactMap { $0 }
  }

  /// Those of the CNI plug-in and of the operator, where that is ours to make.
  ///
  /// The operator makes no namespaces: `Istio` and `IstioCNI` report `namespace "…" doesn't exist` until they do.
  package var namespaces: [Resource] {
    var namespaces = [Resource("v1", "Namespace", Operator.cniNamespace)]
    if isAmbient { namespaces.append(Resource("v1", "Namespace", Self.ztunnelNamespace)) }
    if let subscription = self.operator.subscription, subscription.ownsNamespace {
      namespaces.append(Resource("v1", "Namespace", subscription.namespace.description))
    }
    return namespaces
  }
}
