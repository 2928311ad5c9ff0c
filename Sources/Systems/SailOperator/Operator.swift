internal import Diagnostics
package import MeshModel
package import MeshNames

/// The operator of one cluster: how it gets there, and what it can do.
package struct Operator: Sendable {
  /// What OLM is told; `nil` where the operator is there before.
  package let subscription: Subscription?
  /// Whether the operator is older than 1.0, which brought `sailoperator.io/v1` and took the alpha API away.
  package let servesAlphaAPI: Bool
  /// Whether the operator is older than 1.28, which brought `v1` of ZTunnel.
  package let servesAlphaZTunnel: Bool

  /// A subscription of the Operator Lifecycle Manager.
  ///
  /// The operator can only watch all namespaces, so it lives in one
  /// that has a global OperatorGroup.
  package struct Subscription: Sendable {
    let package: String
    let channel: String
    let startingCSV: String?
    let approval: Approval
    let source: String
    let sourceNamespace: String
    package let namespace: NamespaceName
    /// Whether the namespace, with its OperatorGroup, is ours to make.
    package let ownsNamespace: Bool
  }

  package init(_ settings: Settings, for version: Version, on platform: Cluster.Platform) {
    servesAlphaAPI = settings.release.map { $0.value.major < 1 } ?? false
    // OpenShift Service Mesh 3.2, which installs Istio 1.27, is made of operator 1.27.
    servesAlphaZTunnel =
      settings.release.map { $0.value.isOlder(than: (1, 28)) }
      ?? (platform == .openshift && version < Version(1, 28, 0))
    let isOpenShift = platform == .openshift
    guard settings.delivery == .olm,
      let namespace = try? NamespaceName(parsing: isOpenShift ? "openshift-operators" : "sail-operator")
    else {
      subscription = nil
      return
    }
    let package = settings.package ?? (isOpenShift ? "servicemeshoperator3" : "sailoperator")
    subscription = Subscription(
      package: package,
      channel: settings.channel?.value.description
        ?? OperatorChannel.channel(of: package, for: version, release: settings.release?.value),
      startingCSV: settings.startingCSV, approval: settings.approval,
      source: settings.source ?? Self.source(of: package, isOpenShift),
      sourceNamespace: settings.sourceNamespace?.description ?? (isOpenShift ? "openshift-marketplace" : "olm"),
      namespace: namespace, ownsNamespace: !isOpenShift)
  }

  /// The catalog that the package is published in.
  private static func source(of package: String, _ isOpenShift: Bool) -> String {
    guard isOpenShift else { return "operatorhubio-catalog" }
    return package == "servicemeshoperator3" ? "redhat-operators" : "community-operators"
  }
}
