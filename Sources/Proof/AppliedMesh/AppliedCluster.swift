package import YAMLWriting

/// What is applied to one cluster: objects, and releases of charts.
package struct AppliedCluster: Sendable {
  /// What the folder, or the topology, calls it.
  package let name: String
  /// What kubeconfigs call it; empty where nothing says it.
  package var contexts: Set<String>
  package var objects: [AppliedObject]
  package var releases: [InstalledChart]

  package init(
    _ name: String, contexts: Set<String> = [], objects: [AppliedObject] = [], releases: [InstalledChart] = []
  ) {
    self.name = name
    self.contexts = contexts
    self.objects = objects
    self.releases = releases
  }
}

/// A release of one of Istio's charts, and the values that it has.
package struct InstalledChart: Sendable {
  package let name: String
  /// The name of the chart: `istiod`, `gateway` or `ztunnel`, say.
  package let chart: String
  package let namespace: String
  package let version: String
  package let values: YAMLValue
  package let file: String

  package init(
    _ name: String, of chart: String, in namespace: String, version: String, _ values: YAMLValue, from file: String
  ) {
    self.name = name
    self.chart = chart
    self.namespace = namespace
    self.version = version
    self.values = values
    self.file = file
  }
}
