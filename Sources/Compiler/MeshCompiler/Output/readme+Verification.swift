internal import MarkdownWriting
internal import MeshNames
internal import Planning

/// How the mesh is tried out: the commands of the first cluster, since the others' differ in names alone.
func verificationSection(_ plan: Plan) -> String? {
  guard let first = plan.verifications.first else { return nil }
  let checks = first.checks.map { check in
    "- \(Markdown.sentence(check.description))\(expectation(of: check)):\n"
      + Markdown.command(check.command.shellLine, indented: "  ")
  }
  let hasSample = plan.verifications.contains { !$0.resources.isEmpty }
  let content =
    hasSample
    ? "a sample workload for \(plan.verifications.count > 1 ? "each cluster" : "the mesh's cluster"), which no phase applies: `kubectl --context CONTEXT apply -f verify/NAME`"
    : "what must stand in the status of each cluster's objects, and which logs to read where it does not"
  return """
    ## Verification

    `verify/NAME` holds \(content). In \(Markdown.code("\(first.cluster)"))\(plan.verifications.count > 1 ? ", say, and likewise in the others" : ""):

    \(checks.joined(separator: "\n"))
    """
}

/// What a check must print; where the answers come from all clusters, how they differ.
private func expectation(of check: PlannedVerification.Check) -> String {
  if check.isShared { return " (tried again and again), must print what `index.json` lists, of each cluster its own" }
  return check.answers.isEmpty
    ? "" : ", must print \(check.answers.map { Markdown.code($0) }.joined(separator: " and "))"
}

/// How the mesh is taken down: each act once, with the commands of the first cluster that has it.
func removalSection(_ plan: Plan) -> String? {
  var known: Set<String> = []
  let shown = plan.removal.filter { known.insert($0.description).inserted }
  guard let first = shown.first?.cluster else { return nil }
  let place =
    shown.allSatisfy { $0.cluster == first }
    ? "in \(Markdown.code("\(first)"))" : "each with the commands of the first cluster that it is done in"
  let acts = shown.map { act in
    "1. \(Markdown.sentence(act.description)):\n"
      + act.commands.map { Markdown.command($0.shellLine, indented: "   ") }.joined(separator: "\n")
  }
  return """
    ## Removal

    One act in all clusters before the next in any; \(place):

    \(acts.joined(separator: "\n"))

    CustomResourceDefinitions stay: with them would go every VirtualService and policy in the cluster.
    """
}
