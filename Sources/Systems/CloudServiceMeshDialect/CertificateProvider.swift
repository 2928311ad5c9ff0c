internal import MeshModel
internal import MeshNames

/// Who issues the certificates of istiod's own webhooks: `global.pilotCertProvider`.
enum CertificateProvider: String {
  case istiod, kubernetes

  /// What the platform's documents ask for (cloud.google.com, "Set up a multi-cluster mesh outside Google Cloud").
  ///
  /// Kubernetes issues them on Google Distributed Cloud where Google signs the workloads' certificates; from Istio 1.23 on
  /// it does so nowhere (istio/istio@3a5cf541).
  init(on platform: Cluster.Platform, _ authority: Fleet.Authority, _ release: PackageVersion) {
    let isKubernetes = platform.site == .premises && !authority.isIstiod && release.istio < Self.firstWithoutKubernetes
    self = isKubernetes ? .kubernetes : .istiod
  }

  static let firstWithoutKubernetes = Version(1, 23, 0)
}
