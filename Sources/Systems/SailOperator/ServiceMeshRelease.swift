internal import MeshNames

/// A release of OpenShift Service Mesh 3 and the releases of Istio that it installs (docs.redhat.com, "Supported
/// versions").
struct ServiceMeshRelease: Sendable {
  let series: String
  let versions: ClosedRange<Version>

  static let all = [
    ServiceMeshRelease(series: "3.0", versions: Version(1, 24, 3)...Version(1, 24, 6)),
    ServiceMeshRelease(series: "3.1", versions: Version(1, 26, 0)...Version(1, 26, 8)),
    ServiceMeshRelease(series: "3.2", versions: Version(1, 27, 0)...Version(1, 27, 9)),
    ServiceMeshRelease(series: "3.3", versions: Version(1, 28, 0)...Version(1, 28, 10)),
  ]

  /// The release that installs a release of Istio or, where none does, one that installs its series.
  static func installing(_ version: Version) -> ServiceMeshRelease? {
    all.first { $0.versions.contains(version) } ?? all.first { $0.versions.lowerBound.series == version.series }
  }
}
