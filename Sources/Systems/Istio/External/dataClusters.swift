internal import Manifests
internal import MeshModel
internal import MeshNames
internal import Planning

/// Further clusters of the mesh, which hold workloads and none of its configuration.
extension ExternalMesh {
  /// What joins one of them.
  ///
  /// The control plane looks for remote secrets where it runs (`LOCAL_CLUSTER_SECRET_WATCHER`), and may find one at any
  /// time.
  func dataSteps(of member: any Installation) -> [Step] {
    let token = Step(
      member.step(.discovery), in: member.cluster.name, .discovery,
      "Ask for the token that the control plane reads with", .apply([member.scope.readerTokenRequest]),
      after: [member.step(.controlPlane)], gates: [member.scope.tokenGate])
    let secret = member.scope.remoteSecretStep(
      reader: host.context, after: [token.id, host.step(.namespaces)])
    return steps(bringing: ClusterScope.readerAccount, into: member) + [token, secret]
  }

  /// Takes a cluster's application namespaces into the mesh, and where its configuration is, says what all workloads take
  /// in.
  func trafficStep(of member: any Installation) -> Step? {
    let policies = member.scope.index == config.scope.index ? [member.scope.mutualTLS].compactMap { $0 } : []
    let resources = policies + member.scope.applicationNamespaces(labels: meshLabels)
    guard !resources.isEmpty else { return nil }
    return Step(
      member.step(.traffic), in: member.cluster.name, .traffic, "Take the application namespaces into the mesh",
      .apply(resources), after: [member.step(.traffic, "ready")])
  }

  /// Brings the proxies of a cluster's applications up to date.
  func restartStep(of member: any Installation) -> Step? {
    member.scope.restartStep(after: [member.step(.traffic)])
  }

  /// What binds a namespace to the control plane: there is no `default` for it to be.
  var meshLabels: [String: String] { ["istio.io/rev": revision] }
}
