internal import Manifests
internal import MeshNames

/// What is wrong with a plan as a plan: nothing, unless a dialect is.
///
/// Tests ask it of every golden.
///
/// - Parameter plan: The plan.
/// - Returns: A sentence for each rule that the plan breaks.
package func planProblems(_ plan: Plan) -> [String] {
  var problems: [String] = []
  var done: Set<StepID> = []
  for step in plan.steps {
    for needed in step.after where !done.contains(needed) {
      problems.append("\(step.id) comes before \(needed), which it needs")
    }
    for name in step.uses where !plan.bindings.contains(where: { $0.name == name && done.contains($0.step) }) {
      problems.append("\(step.id) uses \(name), which nothing before it yields")
    }
    if !done.insert(step.id).inserted { problems.append("\(step.id) stands twice in the plan") }
  }
  for binding in plan.bindings where !done.contains(binding.step) {
    problems.append("\(binding.name) is read after \(binding.step), which is no step")
  }
  return problems + counterpartProblems(plan) + namespaceProblems(plan) + duplicateProblems(plan)
}

/// What is said to stand for a published part is there.
private func counterpartProblems(_ plan: Plan) -> [String] {
  let steps = Set(plan.steps.map(\.id))
  return plan.counterparts.flatMap { counterpart in
    counterpart.steps.filter { !steps.contains($0) }.map { "\($0) stands for \(counterpart.published), and is no step" }
      + (counterpart.inWords.isEmpty ? ["nothing stands for \(counterpart.published)"] : [])
  }
}

/// Every object's namespace is one that an earlier step of the same cluster makes, or that comes with the platform.
private func namespaceProblems(_ plan: Plan) -> [String] {
  plan.clusters.flatMap { cluster in
    var known: Set<String> = ["default", "kube-system", "openshift-operators"]
    let steps = plan.steps.filter { $0.cluster == cluster.name }
    let homeless = steps.flatMap(\.resources).compactMap { resource -> String? in
      if resource.kind == "Namespace" { known.insert(resource.name) }
      guard let namespace = resource.namespace, !known.contains(namespace.description) else { return nil }
      return "\(resource.kind) \(resource.name) of \(cluster.name) lives in \(namespace), which nothing made before"
    }
    let releases = steps.compactMap(\.release).filter { !known.contains($0.namespace.description) }
    return homeless + releases.map { "\($0.name) of \(cluster.name) lives in \($0.namespace), which nothing makes" }
  }
}

private func duplicateProblems(_ plan: Plan) -> [String] {
  plan.clusters.flatMap { cluster in
    var seen: Set<String> = []
    return plan.steps.filter { $0.cluster == cluster.name }.flatMap(\.resources).compactMap { resource -> String? in
      let identity = "\(resource.apiVersion) \(resource.kind) \(resource.namespace?.description ?? "")/\(resource.name)"
      return seen.insert(identity).inserted ? nil : "\(identity) stands twice in \(cluster.name)"
    }
  }
}
