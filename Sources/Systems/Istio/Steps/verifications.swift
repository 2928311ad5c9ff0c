internal import MeshModel
internal import MeshNames
package import Planning

extension Plan {
  /// What each cluster must see once the mesh is up.
  static func verifications(of installations: [any Installation]) -> [PlannedVerification] {
    let scopes = installations.map(\.scope)
    return installations.map { $0.scope.verification(among: scopes, $0.statusChecks) }
  }
}

extension ClusterScope {
  /// What the cluster must see once the mesh is up, beside what its installer asks.
  package func verification(
    among scopes: [ClusterScope], _ statusChecks: [PlannedVerification.Check]
  ) -> PlannedVerification {
    let versions = relations.servers.map(\.description)
    let asker = relations.servers.first { $0 != cluster.name }.flatMap { relations.indices[$0] }.map { scopes[$0] }
    return PlannedVerification(
      cluster: cluster.name, resources: sampleResources,
      checks: statusChecks + [sampleRuns] + (scopes.count > 1 && isPrimary ? [seesOtherClusters] : [])
        + localityChecks + (asker.map(isReached) ?? [])
        + [isAnswered(by: versions)])
  }

  fileprivate var sampleRuns: PlannedVerification.Check { sampleRuns(version: sampleVersion) }

  package func sampleRuns(version: String?) -> PlannedVerification.Check {
    let deployments = [version.map { "deployment/helloworld-\($0)" }, "deployment/sleep"].compactMap { $0 }
    return .init(
      "the sample workload runs",
      Command(
        Command.kubectl(in: context, "--namespace", topology.sampleNamespace.description, "wait").words
          + ["--for=condition=Available"] + deployments + ["--timeout=3m"]))
  }

  /// Proxies know where they are by the labels of their nodes alone: no manifest of a mesh can say it.
  ///
  /// The selector finds nodes with another value, and those without the label.
  package var localityChecks: [PlannedVerification.Check] {
    (cluster.locality?.nodeLabels ?? []).map { label in
      .init(
        "no node is elsewhere than in \(label.value), by its label \(label.key)",
        .kubectl(in: context, "get", "nodes", "--selector=\(label.key)!=\(label.value)", "--output=name"),
        never: ["node/"])
    }
  }

  fileprivate var seesOtherClusters: PlannedVerification.Check {
    .init(
      "istiod has read every other cluster",
      Command(["istioctl", "remote-clusters", "--context=\(context)", "--istioNamespace=\(system)"]),
      answers: ["synced"], never: ["timeout"])
  }

  /// Each gateway is asked by one cluster, the first by its name: all of them by all would be as many questions as pairs.
  fileprivate func isReached(from other: ClusterScope) -> [PlannedVerification.Check] {
    guard let authority = gatewayStatusAuthority else { return [] }
    return [
      .init(
        "the gateway is reached from \(other.cluster.name)",
        other.curl("--output", "/dev/null", "--write-out", "%{http_code}", "http://\(authority)/healthz/ready"),
        answers: ["200"], uses: gatewayAddressBinding.map { [$0.name] } ?? [])
    ]
  }

  package func isAnswered(by versions: [String]) -> PlannedVerification.Check {
    .init(
      "helloworld answers from every cluster that it runs in",
      curl("helloworld.\(topology.sampleNamespace):5000/hello"), times: 10,
      answers: versions.map { "Hello version: \($0)" }, isShared: true)
  }

  func curl(_ arguments: String...) -> Command {
    Command(
      Command.kubectl(
        in: context, "--namespace", topology.sampleNamespace.description, "exec", "deploy/sleep", "--container=sleep",
        "--", "curl", "--silent", "--show-error"
      ).words + arguments)
  }
}
