package import MeshNames

/// What a vendor makes of a release.
extension IstioBuild {
  /// Who builds it; `nil` for upstream's own, and for a suffix that is nobody's that is known.
  package var vendor: Vendor? { suffix.flatMap(Vendor.of) }

  /// Whether upstream publishes it: a release, or what comes before one.
  package var isUpstream: Bool { suffix.map { suffix in Self.earlier.contains { suffix.hasPrefix($0) } } ?? true }

  /// The version of its charts, as whoever publishes them calls it: those of `1.22.8-tetrate0` are `1.22.8+tetrate0`.
  package var chartVersion: String {
    guard let vendor, let suffix else { return description }
    let chart = vendor.chartSuffix(suffix)
    // Tetrate's older repository has `1.23.6-tetrate-v7`.
    guard chart.dropFirst(vendor.mark.count).allSatisfy(\.isNumber) else { return description }
    return "\(version)\(vendor.chartSign)\(chart)"
  }

  /// The tag of its images, in which no `+` may be; `nil` where the charts know it best.
  package var imageTag: String? { vendor.map { _ in description.split(separator: "+").joined(separator: "-") } }

  private static let earlier = ["alpha.", "beta.", "rc."]
}
