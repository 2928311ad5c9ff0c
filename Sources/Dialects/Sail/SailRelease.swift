internal import MeshNames

/// A release of the Sail operator and the releases of Istio that it installs.
///
/// From the `versions.yaml` of istio-ecosystem/sail-operator at each release: what stands there without `eol: true`.
struct SailRelease: Sendable {
  /// The operator's series: `1.30`.
  let series: String
  let oldest: Version
  let newest: Version

  /// What it installs between the two, where that is not everything that was released.
  var exceptional: Set<Version>? = nil

  func installs(_ version: Version) -> Bool { exceptional?.contains(version) ?? (oldest...newest).contains(version) }

  static let newest = SailRelease(series: "1.30", oldest: Version(1, 28, 0), newest: Version(1, 30, 3))

  /// All of them, the newest first.
  static let all = [
    newest,
    SailRelease(series: "1.29", oldest: Version(1, 27, 0), newest: Version(1, 29, 6)),
    SailRelease(series: "1.28", oldest: Version(1, 26, 0), newest: Version(1, 28, 10)),
    SailRelease(series: "1.27", oldest: Version(1, 24, 0), newest: Version(1, 27, 9)),
    SailRelease(series: "1.26", oldest: Version(1, 24, 0), newest: Version(1, 26, 8)),
    SailRelease(series: "1.25", oldest: Version(1, 21, 6), newest: Version(1, 25, 5)),
    SailRelease(series: "1.0", oldest: Version(1, 23, 0), newest: Version(1, 24, 3)),
    SailRelease(
      series: "0.2", oldest: Version(1, 22, 4), newest: Version(1, 24, 1),
      exceptional: [
        Version(1, 22, 4), Version(1, 22, 6), Version(1, 23, 0), Version(1, 23, 3), Version(1, 24, 1),
      ]),
  ]

  /// The newest operator that installs a release of Istio.
  static func newest(installing version: Version) -> SailRelease? { all.first { $0.installs(version) } }
}

/// The releases of Istio that the operator's `spec.version` can name, a series at a time.
///
/// From the enumeration in `sailoperator.io_istios.yaml` of operator 1.30.3.
enum IstioRelease {
  /// What is planned for: from 1.24 on, whose charts have the profile `remote` and all that came with it.
  static let supported = Version(1, 24, 0)...Version(1, 30, 3)

  /// The patches of a series that were released; `nil` for a series that is not known.
  static func patches(of version: Version) -> ClosedRange<Int>? {
    guard version.major == 1 else { return nil }
    return switch version.minor {
    case 24: 0...6
    case 25: 1...5
    case 26: 0...8
    case 27: 0...9
    case 28: 0...10
    case 29: 0...6
    case 30: 0...3
    default: nil
    }
  }
}

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
