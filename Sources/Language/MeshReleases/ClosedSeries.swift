package import MeshNames

/// A series of Istio from which nothing more will come: those of which the releases are known to the last.
package struct ClosedSeries: Sendable {
  package let first: Version
  package let last: Version

  package var name: String { first.series }

  /// From 1.0 to 1.8, the oldest first (istio/istio, tags).
  package static let all: [ClosedSeries] = [9, 17, 10, 8, 10, 10, 14, 8, 6].enumerated().map { minor, patch in
    ClosedSeries(first: Version(1, minor, 0), last: Version(1, minor, patch))
  }

  /// The series of a release; `nil` where it is no closed one.
  package static func of(_ version: Version) -> ClosedSeries? { all.first { $0.name == version.series } }

  package static let source = "istio/istio, tags"
}
