internal import MeshNames

extension IstioSeries {
  /// All series that are planned for, the newest first.
  ///
  /// Patches are counted from 0 without a gap, 1.25.0 included, which no operator installs.
  package static let all = [
    IstioSeries(
      31, 3, Day(2026, 8, 31), end: nil,
      "istio/istio, releases: 1.31.0", "istio-ecosystem/sail-operator, release 1.31.2 (2026-11-02): 1.31.3"),
    IstioSeries(
      30, 7, Day(2026, 5, 18), end: nil,
      "https://istio.io/latest/news/releases/1.30.x/",
      "istio-ecosystem/sail-operator, release 1.31.2 (2026-11-02): 1.30.7"),
    IstioSeries(
      29, 10, Day(2026, 2, 16), end: Day(2026, 10, 12),
      "https://istio.io/latest/news/support/announcing-1.29-eol/",
      "istio-ecosystem/sail-operator, release 1.31.2 (2026-11-02): 1.29.10"),
    IstioSeries(
      28, 10, Day(2025, 11, 5), end: Day(2026, 7, 1), "https://istio.io/latest/news/support/announcing-1.28-eol-final/"),
    IstioSeries(27, 9, Day(2025, 8, 11), end: Day(2026, 4, 7), supported),
    IstioSeries(26, 8, Day(2025, 5, 8), end: Day(2025, 12, 22), supported),
    IstioSeries(25, 5, Day(2025, 3, 3), end: Day(2025, 9, 30), supported),
    IstioSeries(24, 6, Day(2024, 11, 7), end: Day(2025, 6, 24), supported),
  ]

  private static let supported = "https://istio.io/latest/docs/releases/supported-releases/"

  private init(_ minor: Int, _ newestPatch: Int, _ released: Day, end: Day?, _ sources: String...) {
    self.init(
      first: Version(1, minor, 0), newestPatch: newestPatch, released: released, end: end, sources: sources)
  }
}
