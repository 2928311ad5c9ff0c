internal import MeshModel
internal import MeshNames
internal import Planning

extension ClusterScope {
  var readerTokenStep: Step {
    Step(
      step(.discovery), in: cluster.name, .discovery, "Ask for the token that other clusters read with",
      .apply([readerTokenRequest]), after: [exposureStep?.id ?? step(.controlPlane)],
      gates: [
        Gate(
          "the token is there", kubectl("wait", "--for=jsonpath={.data.token}", "secret/\(Self.readerToken)"),
          timeout: 60)
      ])
  }

  /// A remote is ready when its primary has read it and has patched its webhook.
  var remoteReadyStep: Step {
    Step(
      step(.discovery, "ready"), in: cluster.name, .discovery, "Wait until the primary serves the cluster", .run([]),
      after: [step(.discovery, "remote-secret")],
      gates: [ready("the cluster is served", "istios.sailoperator.io/\(Self.revision)", minutes: 10)])
  }

  /// Gives the other clusters' control planes the right to read this one.
  ///
  /// The token goes from one command to the next and is never written to a disk. The Secret's key is the cluster's
  /// name, which is what istiod knows the cluster by.
  func remoteSecretStep(readers: some Sequence<String>) -> Step {
    let create = [
      "istioctl", "create-remote-secret", "--context=\(context)", "--name=\(cluster.name)",
      "--server=\(cluster.apiServer)", "--namespace=\(system)", "--istioNamespace=\(system)",
      // The operator made the account. If istioctl makes it first, Helm refuses to adopt it (sail-operator#202).
      "--create-service-account=false",
    ]
    let script =
      "for context in \"$@\"; do \(Command(create).shellLine) | kubectl --context=\"$context\" apply -f - || exit 1; done"
    return Step(
      step(.discovery, "remote-secret"), in: cluster.name, .discovery,
      "Let other clusters' control planes read \(cluster.name)",
      .run([Command(["sh", "-c", script, "sh"] + readers)]),
      after: [StepID(wholeMesh: .discovery)])
  }
}

/// The remote secrets of a mesh: every primary reads every other cluster, remotes of other primaries, too.
///
/// All wait for one step that waits for everybody, so that the plan grows with the clusters and not with their pairs.
func remoteSecretSteps(of scopes: [ClusterScope]) -> [Step] {
  let read = scopes.filter(\.isRead)
  guard !read.isEmpty else { return [] }
  let everybody = Step(
    StepID(wholeMesh: .discovery), in: nil, .discovery, "Wait until every cluster can be read", .run([]),
    after: read.map { $0.step(.discovery) })
  let primaries = scopes.filter(\.isPrimary)
  let contexts = primaries.map(\.context.description)
  let places = Dictionary(primaries.enumerated().map { ($1.index, $0) }) { first, _ in first }
  return [everybody]
    + read.map { scope in
      let own = places[scope.index] ?? contexts.endIndex
      return scope.remoteSecretStep(readers: contexts[..<own] + contexts[min(own + 1, contexts.endIndex)...])
    }
}
