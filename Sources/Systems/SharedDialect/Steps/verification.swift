internal import LegacyIstio
internal import Manifests
internal import MeshModel
internal import MeshNames
internal import Planning

extension LegacyCluster {
  /// A service in each cluster, and a client that must get answers from all of them.
  func verification(in clusters: [LegacyCluster]) -> PlannedVerification {
    let answers = clusters.map(\.sampleVersion).sorted().prefix(Self.mostAnswers).map { "Hello version: \($0)" }
    return PlannedVerification(
      cluster: name,
      resources: namespaceOfSample + sampleService(in: sample) + client(in: sample),
      checks: (isInjectedAutomatically ? [] : [injectedByHand]) + [
        .init(
          "the sample workload runs",
          inSample("wait", "--for=condition=Available", "deployment", "--all", "--timeout=3m")),
        .init(
          "its pods have proxies", inSample("get", "pods", "--output=jsonpath={.items[*].spec.containers[*].name}"),
          answers: ["istio-proxy"]),
        .init(
          "helloworld answers from every cluster",
          inSample(
            "exec", "deployment/sleep", "--container=sleep", "--", "curl", "--silent", "--show-error",
            "helloworld.\(sample):5000/hello"),
          times: 10, answers: answers, isShared: true),
      ])
  }

  /// Each cluster asks all of them, so the questions grow with the square of their number.
  private static let mostAnswers = 20

  private var sample: NamespaceName { topology.sampleNamespace }

  private var namespaceOfSample: [Resource] {
    guard !injectedNamespaces.contains(sample) else { return [] }
    let labels = isInjectedAutomatically ? Self.injectionLabel : [:]
    return [Resource("v1", "Namespace", sample.description, labels: labels)]
  }

  private var injectedByHand: PlannedVerification.Check {
    let script = """
      for manifest in verify/\(name)/deployment-*.yaml; do \(injectCommand(file: "\"$manifest\"")) || exit 1; done
      """
    return .init("the sample workload gets its proxies", Command(["sh", "-c", script]))
  }

  private func inSample(_ words: String...) -> Command { kubectl(in: sample, words) }
}
