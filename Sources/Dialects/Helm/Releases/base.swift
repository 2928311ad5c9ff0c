internal import Istio
internal import MeshModel
internal import MeshNames
internal import Planning
internal import YAMLWriting

extension HelmInstallation {
  /// The kinds of Istio's configuration, and the account that other clusters read with.
  ///
  /// On a remote, no revision is the one that admits Istio's configuration, since there is none to admit: the webhook
  /// would have no CA bundle, and would refuse everything from the first upgrade on (kiali/kiali#9654).
  var base: ChartRelease {
    release(
      "istio-base", of: "base",
      .fields([
        "profile": scope.isPrimary ? nil : "remote",
        "defaultRevision": scope.isPrimary ? .string(scope.options.revision) : "",
        "global": system.description == "istio-system" ? nil : ["istioNamespace": "\(system)"],
      ]))
  }
}
