internal import Istio
internal import MeshModel
internal import MeshNames
internal import Planning

extension ExternalMesh {
  /// Workloads run in the one cluster, and ask for sidecars by the revision: there is no `default` there.
  var verification: PlannedVerification {
    let version = "v1"
    return PlannedVerification(
      cluster: config.cluster.name,
      resources: config.scope.sampleResources(labels: ["istio.io/rev": revision], version: version),
      checks: [config.scope.sampleRuns(version: version), sidecars] + config.scope.localityChecks
        + [config.scope.isAnswered(by: ["Hello version: \(version)"])])
  }

  /// The injection template notes the revision on the pod; without a sidecar, there is none.
  private var sidecars: PlannedVerification.Check {
    .init(
      "the external control plane has injected the sidecars",
      .kubectl(
        in: config.context, "--namespace", config.topology.sampleNamespace.description, "get", "pods",
        "--selector=app=helloworld", "--output=jsonpath={.items[*].metadata.annotations.istio\\.io/rev}"),
      answers: [revision])
  }
}
