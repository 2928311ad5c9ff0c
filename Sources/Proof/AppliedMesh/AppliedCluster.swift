package import YAMLWriting

/// What is applied to one cluster: objects, releases of charts, and what commands make there.
package struct AppliedCluster: Sendable {
  /// What the folder, or the topology, calls it.
  package let name: String
  /// What kubeconfigs call it; empty where nothing says it.
  package var contexts: Set<String>
  package var objects: [AppliedObject]
  package var releases: [InstalledChart]
  /// The clusters that commands let the control planes of this one read.
  package var readers: [RemoteReader]

  package init(
    _ name: String, contexts: Set<String> = [], objects: [AppliedObject] = [], releases: [InstalledChart] = [],
    readers: [RemoteReader] = []
  ) {
    self.name = name
    self.contexts = contexts
    self.objects = objects
    self.releases = releases
    self.readers = readers
  }
}

/// A release of one of Istio's charts, and the values that it has.
package struct InstalledChart: Sendable {
  package let name: String
  /// `istiod`, `gateway`, `ztunnel`, …
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

/// Something that lets a control plane read another cluster's API server.
package struct RemoteReader: Sendable {
  /// The ID under which the cluster is read: what its proxies have to call themselves.
  package let id: String
  /// The namespace of the control plane that it is for; `nil` where nothing says it.
  package let namespace: String?
  /// The step or the file that makes it.
  package let file: String

  package init(of id: String, in namespace: String?, from file: String) {
    self.id = id
    self.namespace = namespace
    self.file = file
  }
}
