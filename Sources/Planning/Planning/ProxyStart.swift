package import MeshNames

/// What a proxy reads when it starts and never again, in words: the release that it is of, and who it is.
///
/// An update of the control plane changes no Deployment, so what was injected before goes on with the old proxy
/// (istio/istio#53690, istio/istio#59959). Where these words stand in a pod's template, the Deployment changes with
/// them, and Kubernetes restarts the pods whoever applies it: kubectl, Argo CD and Flux alike.
package struct ProxyStart: Equatable, Sendable, CustomStringConvertible {
  package let description: String

  /// The annotation that the words stand in.
  package static let annotation = "meshgen/started-with"

  package init(_ parts: [String]) { description = parts.joined(separator: ", ") }
}

extension ClusterDomain {
  /// What a proxy reads of it at its start; nothing of what it takes anyway.
  package var proxyStart: [String] { self == .standard ? [] : ["cluster domain \(self)"] }
}

extension Step {
  /// Restarts the workloads of namespaces that are not the plan's own, one after the other, where their proxies have
  /// started with something else; `nil` where there are no namespaces.
  ///
  /// The namespace remembers what was last restarted for, so that nothing happens the second time.
  ///
  /// - Parameters:
  ///   - namespaces: The namespaces, whose pods are injected.
  ///   - start: What their proxies are to have started with.
  ///   - id: The step's name.
  ///   - cluster: Where they are.
  ///   - context: The cluster's context.
  ///   - phase: The step's phase.
  ///   - after: The steps behind which new pods get the proxies that are wanted.
  /// - Returns: The step.
  package static func restart(
    _ namespaces: [NamespaceName], with start: ProxyStart, as id: StepID, in cluster: ClusterName,
    _ context: ContextName, _ phase: Phase, after: [StepID]
  ) -> Step? {
    guard !namespaces.isEmpty else { return nil }
    let script = restartScript(in: context, wanted: start)
    return Step(
      id, in: cluster, phase,
      "Restart the workloads of \(namespaces.map(\.description).joined(separator: ", ")) whose proxies have started "
        + "with something else", .run([Command(["sh", "-c", script, "sh"] + namespaces.map(\.description))]),
      after: after)
  }

  /// Forgets what namespaces were last restarted for, so that a mesh that comes again restarts them again.
  package static func forgetting(_ namespaces: [NamespaceName], in context: ContextName) -> Command {
    let annotate = Command.kubectl(in: context, "annotate", "namespace").words
    return Command(annotate + namespaces.map(\.description) + ["\(ProxyStart.annotation)-"])
  }

  private static func restartScript(in context: ContextName, wanted start: ProxyStart) -> String {
    let kubectl = Command.kubectl(in: context).shellLine
    let key = ProxyStart.annotation
    return """
      wanted=\(Command.quoted(start.description))
      for namespace in "$@"; do
        known=$(\(kubectl) get namespace "$namespace" --output='jsonpath={.metadata.annotations.\(key)}') || exit 1
        test "$known" != "$wanted" || continue
        for kind in deployments statefulsets daemonsets; do
          workloads=$(\(kubectl) --namespace "$namespace" get "$kind" --output=name) || exit 1
          for workload in $workloads; do
            \(kubectl) --namespace "$namespace" rollout restart "$workload" || exit 1
            \(kubectl) --namespace "$namespace" rollout status "$workload" --timeout=10m || exit 1
          done
        done
        \(kubectl) annotate --overwrite namespace "$namespace" "\(key)=$wanted" || exit 1
      done
      """
  }
}
