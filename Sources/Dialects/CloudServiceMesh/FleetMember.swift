internal import Istio
internal import MeshModel
internal import MeshNames
internal import Planning

/// One cluster of the fleet, and the names that asmcli derives for it.
struct FleetMember {
  let scope: ClusterScope
  let options: FleetOptions

  var name: ClusterName { scope.cluster.name }

  /// The cluster's name as istiod knows it, and as other clusters' remote secrets have to.
  var clusterID: String { Self.clusterID(of: name, in: options.project) }

  /// Outside of Google Cloud, the membership stands for the cluster, and `global` for its place
  /// (anthos-service-mesh-packages, asmcli/lib/config.sh).
  static func clusterID(of membership: ClusterName, in project: ProjectID) -> String {
    "cn-\(project)-global-\(membership)"
  }

  /// Who issues the certificates of istiod's own webhooks.
  var certificateProvider: CertificateProvider {
    CertificateProvider(on: scope.cluster.platform, options.authority, options.release)
  }

  /// The revision's name where it is not the one that asmcli would give it.
  var ownRevision: String? {
    options.istio.revision == options.release.asRevision ? nil : options.istio.revision
  }
}
