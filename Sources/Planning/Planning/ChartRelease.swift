package import MeshNames
package import YAMLWriting

/// One release of a Helm chart in a cluster.
///
/// It is what Helm consumes: no chart is rendered here, so what a chart makes of its values stays the chart's business.
package struct ChartRelease: Sendable {
  package let name: String
  package let chart: Chart
  package let cluster: ClusterName
  package let context: ContextName
  package let namespace: NamespaceName
  package let values: YAMLValue

  /// A chart in a repository, of one version.
  package struct Chart: Sendable {
    package let name: String
    /// The repository's URL.
    package let repository: String
    /// The version as the repository has it: `1.30.3`, or a vendor's `1.25.3+tetrate3`.
    package let version: String

    package init(_ name: String, from repository: String, _ version: String) {
      self.name = name
      self.repository = repository
      self.version = version
    }

    /// Whether it lies in a registry, as images do, where a chart has a reference of its own.
    package var isInRegistry: Bool { repository.hasPrefix("oci://") }

    /// How Helm is told of the chart.
    fileprivate var reference: [String] {
      isInRegistry ? ["\(repository)/\(name)"] : [name, "--repo", repository]
    }
  }

  package init(
    _ name: String, of chart: Chart, in cluster: ClusterName, _ context: ContextName, _ namespace: NamespaceName,
    _ values: YAMLValue
  ) {
    self.name = name
    self.chart = chart
    self.cluster = cluster
    self.context = context
    self.namespace = namespace
    self.values = values
  }

  /// The path of the values in the output directory.
  ///
  /// A phase's folder holds objects and nothing else, so the values have one of their own beside the phases.
  package var valuesPath: [String] { ["clusters", cluster.description, "helm", "\(name).values.yaml"] }

  /// Installs the release, or makes it what it should be, and waits until what it has made is ready.
  ///
  /// The repository is named in full, so that it need not be known to whoever runs this.
  package var installation: Command {
    helm(
      ["upgrade", "--install", name] + chart.reference + [
        "--version", chart.version, "--namespace", "\(namespace)", "--values", valuesPath.joined(separator: "/"),
        "--wait", "--timeout", "10m",
      ])
  }

  /// Takes down all that the release has made, and waits until it is gone.
  package var removal: Command {
    helm(["uninstall", name, "--namespace", "\(namespace)", "--ignore-not-found", "--wait"])
  }

  private func helm(_ arguments: [String]) -> Command {
    Command(["helm", "--kube-context", "\(context)"] + arguments)
  }

  /// The release with other values.
  func with(_ values: YAMLValue) -> ChartRelease {
    ChartRelease(name, of: chart, in: cluster, context, namespace, values)
  }
}
