internal import MeshNames
internal import Planning

/// How the mesh is tried out: the commands of the first cluster, since the others' differ in names alone.
func verificationSection(_ plan: Plan) -> String? {
  guard let first = plan.verifications.first else { return nil }
  let checks = first.checks.map { check in
    let times = check.times > 1 ? " (\(check.times) times)" : ""
    let answers = check.answers.isEmpty ? "" : ", must print \(listed(check.answers))"
    return "- \(check.description)\(times)\(answers):\n  `\(check.command.shellLine)`"
  }
  let hasSample = plan.verifications.contains { !$0.resources.isEmpty }
  let content =
    hasSample
    ? "a sample workload for \(plan.verifications.count > 1 ? "each cluster" : "the mesh's cluster"), which no phase applies: `kubectl --context CONTEXT apply -f verify/NAME`"
    : "what must stand in the status of each cluster's objects, and which logs to read where it does not"
  return """
    ## Verification

    `verify/NAME` holds \(content). In `\(first.cluster)`\(plan.verifications.count > 1 ? ", say, and likewise in the others" : ""):

    \(checks.joined(separator: "\n"))
    """
}

private func listed(_ answers: [String]) -> String {
  answers.map { "`\($0)`" }.joined(separator: " and ")
}

/// How the mesh is taken down: each act once, with the commands of the first cluster that has it.
func removalSection(_ plan: Plan) -> String? {
  var known: Set<String> = []
  let shown = plan.removal.filter { known.insert($0.description).inserted }
  guard let first = shown.first?.cluster else { return nil }
  let place =
    shown.allSatisfy { $0.cluster == first }
    ? "in `\(first)`" : "each with the commands of the first cluster that it is done in"
  let acts = shown.enumerated().map { number, act in
    "\(number + 1). \(act.description):\n" + act.commands.map { "   `\($0.shellLine)`" }.joined(separator: "\n")
  }
  return """
    ## Removal

    One act in all clusters before the next in any; \(place):

    \(acts.joined(separator: "\n"))

    CustomResourceDefinitions stay: with them would go every VirtualService and policy in the cluster.
    """
}
