package import Diagnostics
package import MeshModel
package import MeshNames

/// What every installer of Istio reads of a topology beyond what all dialects do.
package struct IstioOptions: Sendable {
  /// The release of Istio, or a vendor's build of it.
  package let build: IstioBuild
  /// What stands before the names of Istio's images, where the topology says it.
  package let hub: ImageHub?
  /// Whether a proxy on each node serves its pods, in place of a sidecar in each pod.
  package let isAmbient: Bool
  /// The name of the control planes' revision, to which proxies and gateways are bound.
  package let revision: String
  /// Names that stand for the revision, and that stay when an update brings another.
  package let tags: [String]

  /// The revision that a control plane has which is updated in place: the one that `istio-injection` means.
  package static let standardRevision = "default"

  /// Helm's names of releases have at most 53 characters, and those of istiod are the revision's and `istiod`.
  package static let longestRevision = 53 - "-istiod".count

  /// Reads what the topology says; `nil` where the version is no version.
  ///
  /// - Parameters:
  ///   - topology: The topology.
  ///   - log: Takes what is wrong.
  ///   - revision: What the installer calls the revision of a release.
  package init?(
    reading topology: Topology, into log: inout FindingLog, revision: (IstioBuild) -> String
  ) {
    guard let written = topology.distribution?.version else { return nil }
    do throws(Misfit) {
      build = try IstioBuild(parsing: written.value.description)
    } catch {
      log.report(.misfit(written.value.description, for: "distribution.version", error, at: written.range))
      return nil
    }
    isAmbient = topology.controlPlane?.dataPlane?.value == .ambient
    self.revision = revision(build)
    hub = topology.distribution?.hub?.value
    tags = (topology.controlPlane?.revisionTags ?? []).map(\.value.description)
  }

  /// What an installer has read itself, of a mesh with sidecars.
  package init(_ version: Version, revision: String) {
    build = IstioBuild(version)
    hub = nil
    self.revision = revision
    isAmbient = false
    tags = []
  }

  /// The release of Istio, whoever has built it.
  package var version: Version { build.version }

  /// Whether istiod asks each cluster that it reads for the trust domain of its pods.
  ///
  /// It looks for its own revision's ConfigMap there, and where there is none, expects `cluster.local` (istio/istio 1.30.3,
  /// pilot/pkg/serviceregistry/kube/controller/multicluster.go; istio/istio#59474).
  var readsTrustDomains: Bool { version >= Version(1, 29, 0) }

  /// The version of Istio's kinds that the release serves: `v1` came with 1.22.
  package var apiVersion: String { version < Version(1, 22, 0) ? "v1beta1" : "v1" }

  /// The name that pods are bound by: a tag where there is one, so that an update need not touch what names it.
  package var boundRevision: String { tags.first ?? revision }

  /// Whether the control plane has a name of its own, so that another can be started beside it.
  package var isRevisioned: Bool { revision != Self.standardRevision }

  /// The name of istiod's Service in the control plane's namespace.
  package var istiodName: String { isRevisioned ? "istiod-\(revision)" : "istiod" }
}
