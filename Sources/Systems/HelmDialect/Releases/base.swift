internal import Istio
internal import MeshModel
internal import MeshNames
internal import Planning
internal import YAMLWriting

extension HelmInstallation {
  /// The kinds of Istio's configuration, and the account that other clusters read with.
  var base: ChartRelease {
    release(
      "istio-base", of: "base", in: home,
      .fields([
        "profile": admitsConfiguration ? nil : "remote",
        "defaultRevision": admitsConfiguration ? .string(scope.options.revision) : "",
        "global": home.description == "istio-system" ? nil : ["istioNamespace": "\(home)"],
      ]))
  }

  /// Whether the base chart's webhook has a control plane in the cluster to ask.
  ///
  /// Elsewhere it would have no CA bundle, and would refuse everything from the first upgrade on (kiali/kiali#9654).
  private var admitsConfiguration: Bool { scope.isPrimary && cluster.role != .config }
}
