/// Who builds Istio, and publishes charts and images of its own.
package struct Vendor: Sendable {
  package let name: String
  /// What the suffixes of its releases begin with, behind `-` or `+`.
  package let mark: String
  /// Where its charts are; `nil` where it has none.
  package let charts: String?
  /// Where its images are.
  package let hub: String?
  /// The sign between Istio's release and the suffix in the versions of its charts.
  package let chartSign: Character
  package let source: String

  package static let all = [
    // The charts of FIPS builds are the others: `1.24.3+tetrate4` with images `1.24.3-tetratefips4`.
    Vendor(
      name: "Tetrate", mark: "tetrate", charts: "https://tis.tetrate.io/charts",
      hub: "containers.istio.tetratelabs.com", chartSign: "+",
      source: "tetratelabs/helm-charts, README.md; docs.tetrate.io/istio-subscription"),
    Vendor(
      name: "Solo.io", mark: "solo", charts: "oci://us-docker.pkg.dev/soloio-img/istio-helm",
      hub: "us-docker.pkg.dev/soloio-img/istio", chartSign: "-",
      source: "https://docs.solo.io/gloo-mesh/latest/reference/version/istio/versions/"),
    Vendor(
      name: "Google", mark: "asm.", charts: nil, hub: nil, chartSign: "-",
      source: "https://docs.cloud.google.com/service-mesh/versions"),
  ]

  /// Whose suffix it is: `tetrate3`, without its sign.
  package static func of(_ suffix: String) -> Vendor? {
    all.first { vendor in
      guard suffix.hasPrefix(vendor.mark) else { return false }
      return suffix.dropFirst(vendor.mark.count).allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    }
  }

  /// What its charts are called for a suffix: those of `tetratefips4` are `tetrate4`.
  package func chartSuffix(_ suffix: String) -> String {
    let rest = suffix.dropFirst(mark.count)
    return rest.hasPrefix("fips") ? mark + rest.dropFirst("fips".count) : suffix
  }
}
