package import MeshNames

/// Where Istio itself publishes charts and images.
///
/// What was at Google is switched off in December 2026 (istio.io/latest/blog/2026/retirement-of-gcp/): all releases are at
/// the new places, and from 1.31 on nothing is at the old ones.
package enum UpstreamHosts {
  package static let charts = "https://blob.istio.io/istio-release/charts"

  package static let images = "docker.io/istio"

  /// A place that is switched off, and where its contents are.
  package struct Retired: Sendable {
    package let place: String
    package let successor: String
  }

  /// The month in which they are switched off, and the first release that is not there.
  package static let end = "December 2026"
  package static let firstElsewhere = Version(1, 31, 0)

  package static let source = "https://istio.io/latest/blog/2026/retirement-of-gcp/"

  package static let retired = [
    Retired(place: "https://istio-release.storage.googleapis.com/charts", successor: charts),
    Retired(place: "oci://gcr.io/istio-release/charts", successor: "oci://ghcr.io/istio/release/charts"),
    Retired(place: "gcr.io/istio-release", successor: images),
    Retired(place: "registry.istio.io/release", successor: images),
  ]

  /// What is to stand instead of a place that is switched off.
  package static func successor(of place: String) -> Retired? {
    let trimmed = place.hasSuffix("/") ? String(place.dropLast()) : place
    return retired.first { $0.place == trimmed }
  }

  /// Whether upstream publishes charts at a place, or did.
  package static func publishes(_ place: String) -> Bool {
    [charts, "oci://ghcr.io/istio/release/charts"].contains(place) || successor(of: place) != nil
  }

  /// Whether the charts of a release take their images from a place that is switched off, if they are told nothing.
  ///
  /// Those of 1.30 do: before and after, it is Docker Hub (istio/release-builder, release/build.sh at each branch).
  package static func chartsNeedHub(_ version: Version) -> Bool { version.series == "1.30" }
}
