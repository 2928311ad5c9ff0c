package import MeshNames

/// The releases of Istio, a series at a time.
///
/// Those that the operator's `spec.version` can name (the enumeration in `sailoperator.io_istios.yaml` of 1.30.3).
package enum IstioRelease {
  /// What is planned for: from 1.24 on, whose charts have the profile `remote` and all that came with it.
  package static let supported = Version(1, 24, 0)...Version(1, 30, 3)

  /// The oldest release of a series that is still maintained.
  package static let oldestMaintained = Version(1, 28, 0)

  /// The patches of a series that were released; `nil` for a series that is not known.
  package static func patches(of version: Version) -> ClosedRange<Int>? {
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
