internal import Manifests
internal import MeshNames
package import Planning
internal import YAMLWriting

extension ClusterScope {
  /// The account that the other clusters' control planes read with.
  ///
  /// It comes with the base chart, and its rights with that of istiod.
  package static let readerAccount = "istio-reader-service-account"
  static let readerToken = "\(readerAccount)-istio-remote-secret-token"

  package var readerAccountReference: Gate.ObjectReference {
    Gate.ObjectReference("v1", "ServiceAccount", Self.readerAccount, in: system)
  }

  /// Asks for a token for the account.
  ///
  /// The token controller fills the Secret in, so no key material is written here,
  /// and `istioctl create-remote-secret` takes the token from it. Applied before the account exists, the Secret would
  /// be collected as garbage.
  var readerTokenRequest: Resource {
    Resource(
      "v1", "Secret", Self.readerToken, in: system,
      annotations: ["kubernetes.io/service-account.name": Self.readerAccount],
      ["type": "kubernetes.io/service-account-token"])
  }
}
