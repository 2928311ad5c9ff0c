/// A chart of a release's archive, and the release that Helm makes of it.
package struct ArchivedChart: Sendable {
  /// Where the chart is in the archive.
  package let path: String
  package let release: String
  /// Whether it has objects that do not name the namespace that they are of.
  package let isNamespaced: Bool

  package init(_ path: String, release: String, isNamespaced: Bool = false) {
    self.path = path
    self.release = release
    self.isNamespaced = isNamespaced
  }

  /// Istio itself.
  package static let istio = ArchivedChart(LegacyCluster.istioChart, release: "istio")
}
