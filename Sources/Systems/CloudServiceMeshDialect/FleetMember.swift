internal import Certificates
internal import Istio
internal import MeshModel
internal import MeshNames
internal import Planning

/// One cluster of the fleet, and the names that asmcli derives for it.
struct FleetMember {
  let scope: ClusterScope
  let options: FleetOptions
  /// The certificates that asmcli is given; `nil` where Google's services sign.
  let delivery: CertificatePlan.Delivery?

  /// All clusters of a topology, in its order.
  static func all(
    of topology: CheckedTopology, _ options: FleetOptions, _ certificates: CertificatePlan?
  ) -> [FleetMember] {
    let pairs = (certificates?.deliveries ?? []).map { ($0.cluster, $0) }
    let deliveries = Dictionary(pairs) { first, _ in first }
    return ClusterScope.all(of: topology, options.istio).map {
      FleetMember(scope: $0, options: options, delivery: deliveries[$0.cluster.name])
    }
  }

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
