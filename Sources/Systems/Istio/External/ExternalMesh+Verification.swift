internal import MeshModel
internal import MeshNames
internal import Planning

extension ExternalMesh {
  /// Workloads run in the clusters of the mesh, and ask for sidecars by the revision: there is no `default` there.
  ///
  /// Each cluster answers with a version of its own.
  var verifications: [PlannedVerification] {
    let versions = members.map(\.cluster.name.description)
    return zip(members, versions).map { member, version in
      PlannedVerification(
        cluster: member.cluster.name,
        resources: member.scope.sampleResources(labels: meshLabels, version: version),
        checks: [member.scope.sampleRuns(version: version), sidecars(in: member)] + member.scope.localityChecks
          + [member.scope.isAnswered(by: versions)])
    }
  }

  /// The injection template notes the revision on the pod; without a sidecar, there is none.
  private func sidecars(in member: any Installation) -> PlannedVerification.Check {
    .init(
      "the external control plane has injected the sidecars",
      .kubectl(
        in: member.context, "--namespace", member.topology.sampleNamespace.description, "get", "pods",
        "--selector=app=helloworld", "--output=jsonpath={.items[*].metadata.annotations.istio\\.io/rev}"),
      answers: [revision])
  }
}
