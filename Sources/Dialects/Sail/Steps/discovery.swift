internal import MeshModel
internal import MeshNames
internal import Planning

extension ClusterScope {
  var readerTokenStep: Step {
    Step(
      step(.discovery), in: cluster.name, .discovery, "Ask for the token that the other clusters read with",
      .apply([readerTokenRequest]), after: [step(.exposure), step(.controlPlane)].filter(isPlanned),
      gates: [
        Gate(
          "the token is there", kubectl("wait", "--for=jsonpath={.data.token}", "secret/\(Self.readerToken)"),
          timeout: 60)
      ])
  }

  private func isPlanned(_ step: StepID) -> Bool { topology.isMultiNetwork || step != self.step(.exposure) }

  /// Gives the other clusters the right to read this one.
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
      "Let the other clusters' control planes read \(cluster.name)",
      .run([Command(["sh", "-c", script, "sh"] + readers)]),
      after: [StepID(wholeMesh: .discovery)])
  }
}

/// The remote secrets of a mesh: each cluster is read by every other one, and by itself never.
///
/// All wait for one step that waits for everybody, so that the plan grows with the clusters and not with their pairs.
func remoteSecretSteps(of scopes: [ClusterScope]) -> [Step] {
  guard scopes.count > 1 else { return [] }
  let everybody = Step(
    StepID(wholeMesh: .discovery), in: nil, .discovery, "Wait until every cluster can be read", .run([]),
    after: scopes.map { $0.step(.discovery) })
  let contexts = scopes.map(\.context.description)
  return [everybody]
    + scopes.map { $0.remoteSecretStep(readers: contexts[..<$0.index] + contexts[($0.index + 1)...]) }
}
