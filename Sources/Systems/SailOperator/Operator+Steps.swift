package import MeshNames
package import Planning

extension Operator {
  /// Brings the operator into a cluster, and waits until its kinds are served.
  package func step(in cluster: ClusterName, _ context: ContextName, kinds: [String]) -> Step {
    let wait = Command.kubectl(in: context, "wait", "--for=condition=Established", "--timeout=5m").words
    let crds = Gate(
      "the operator's kinds are served", Command(wait + kinds.map { "crd/\($0).sailoperator.io" }), timeout: 300,
      object: Gate.ObjectReference("apiextensions.k8s.io/v1", "CustomResourceDefinition", "istios.sailoperator.io"))
    guard let subscription else {
      return Step(
        StepID(cluster, .operator), in: cluster, .operator,
        "See that the operator, which was installed before, is there",
        .run([]), gates: [crds])
    }
    return Step(
      StepID(cluster, .operator), in: cluster, .operator, "Install the operator", .apply(subscription.resources),
      after: [StepID(cluster, .namespaces)], gates: [subscription.installedGate(context), crds])
  }

  /// The API of the operator's own kinds: `sailoperator.io/v1` from 1.0 on, which no longer serves the older one.
  package var api: String { "sailoperator.io/\(servesAlphaAPI ? "v1alpha1" : "v1")" }
}

extension Operator.Subscription {
  fileprivate func installedGate(_ context: ContextName) -> Gate {
    Gate(
      "OLM has installed the operator",
      .kubectl(
        in: context, "--namespace", namespace.description, "wait", "--for=jsonpath={.status.phase}=Succeeded",
        "clusterserviceversion", "--selector=\(csvLabel)", "--timeout=10m"),
      timeout: 600)
  }

  /// The label that OLM puts on everything that it installs for a subscription.
  private var csvLabel: String { "operators.coreos.com/\(package).\(namespace)" }

  /// Take the operator away.
  package func removalCommands(in cluster: ClusterName, _ context: ContextName) -> [Command] {
    let delete = Command.kubectl(in: context, "delete", "--ignore-not-found").words
    return [
      Command(delete + ["--filename", "clusters/\(cluster)/\(Phase.operator.folder)"]),
      Command(
        delete + ["--namespace", namespace.description, "clusterserviceversion", "--selector=\(csvLabel)"]),
    ]
  }
}
