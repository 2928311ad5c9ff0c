package import MeshNames

/// A fault of some releases that a mesh over several clusters runs into.
package struct KnownFault: Sendable {
  /// What it is, in a word: `crashes-beside-older`.
  package let name: String
  /// The releases that have it; the upper bound is the first that has not.
  package let releases: Range<Version>
  /// What happens: a sentence that begins with "istiod …".
  package let harm: String
  package let condition: Condition
  package let sources: [String]

  /// Which meshes run into it.
  package enum Condition: String, Sendable {
    /// Whose control planes read other clusters.
    case severalClusters = "several clusters"
    /// Whose credentials for other clusters change while istiod runs.
    case changingCredentials = "changing credentials"
  }

  package func affects(_ version: Version) -> Bool { releases.contains(version) }

  package static let all = [
    KnownFault(
      name: "crashes-beside-older", releases: Version(1, 29, 0)..<Version(1, 29, 1),
      harm: "istiod crashes while it reads a cluster whose release is still 1.28",
      condition: .severalClusters, sources: ["istio/istio#59153"]),
    KnownFault(
      name: "empty-trust-domain", releases: Version(1, 29, 0)..<Version(1, 29, 2),
      harm:
        "istiod takes an empty trust domain for clusters whose ConfigMap it may not read yet, and calls to them fail",
      condition: .severalClusters, sources: ["istio/istio#59474", "istio/istio#59473"]),
    KnownFault(
      name: "lost-after-rotation", releases: Version(1, 24, 0)..<Version(1, 31, 0),
      harm: "istiod can go on with the old credentials of a cluster, or lose its gateways and endpoints, until it is "
        + "restarted",
      condition: .changingCredentials, sources: ["istio/istio#60612", "istio/istio#60920", "istio/istio#61043"]),
  ]
}
