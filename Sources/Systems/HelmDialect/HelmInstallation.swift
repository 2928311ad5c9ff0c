package import Istio
package import Manifests
internal import MeshModel
internal import MeshNames
internal import Planning
internal import YAMLWriting

/// Istio in one cluster by its charts.
///
/// The order, the releases' names and the values are those of istio.io ("Install with Helm" and "Install multicluster",
/// whose tabs for Helm say the same in commands).
package struct HelmInstallation: Installation {
  package let scope: ClusterScope
  let charts: ChartSource

  /// Everything lives in the control plane's namespace.
  package var namespaces: [Resource] { [] }

  /// The namespace of what a cluster has once, however many control planes: that of the host's own, where there are two.
  var home: NamespaceName {
    cluster.role == .external ? (try? NamespaceName(parsing: ExternalMesh.hostNamespace)) ?? system : system
  }

  package var ztunnelNamespace: String { system.description }

  func release(
    _ name: String, of chart: String, in namespace: NamespaceName? = nil, _ values: YAMLValue
  ) -> ChartRelease {
    ChartRelease(
      name, of: .init(chart, from: charts.repository, charts.version), in: cluster.name, context,
      namespace ?? system, values)
  }

  /// What charts that have images are told of them.
  var imageValues: YAMLValue { charts.imageValues(in: cluster.name) }

  /// The name of a revision as charts take it: none for the default one.
  var revisionValue: YAMLValue? { scope.options.isRevisioned ? .string(scope.options.revision) : nil }

  /// Whether pods need the CNI plug-in.
  ///
  /// Ambient meshes do not go without, and neither does OpenShift, where no pod may set its own network up. A remote's
  /// sidecars are made as its primary's platform asks for, or that of the cluster that an external control plane is for.
  var hasCNI: Bool {
    guard !isAmbient, cluster.platform != .openshift else { return true }
    let config = topology.clusters.first { $0.role == .config }
    let maker = cluster.role == .external ? nil : config ?? scope.primary?.cluster
    return maker?.platform == .openshift
  }
}
