internal import FileTrees
internal import MeshNames
internal import Planning
internal import YAMLWriting

/// The plan for machines: with each cluster's part, enough to carry it out without reading anything else.
///
/// It says what no cluster can say of itself: which clusters there are, what is done once for them all, and in which
/// order the acts of the removal come. Nothing in it is about one cluster, so two changes of the topology meet here only
/// where they meet there.
func indexDocument(of parts: PlanParts) -> YAMLValue {
  [
    "kind": "Plan",
    "version": 2,
    "topology": ["name": "\(parts.plan.topology)"],
    "mesh": "\(parts.plan.mesh)",
    "clusters": .sequence(
      parts.plan.clusters.map { ["name": "\($0.name)", "plan": "\(RelativePath(planOf: $0.name))"] }),
    "steps": .sequence((parts.steps[nil] ?? []).map { parts.value(of: $0) }),
    "bindings": .sequence((parts.bindings[nil] ?? []).map { parts.value(of: $0) }),
    "verification": .sequence(parts.sharedChecks.map(\.sharedValue)),
    "removal": .sequence(parts.removalActs.map { ["description": .string($0)] }),
  ]
}

extension PlannedVerification.Check {
  /// What every cluster that has the check must be answered, each answer on lines of its own.
  fileprivate var sharedValue: YAMLValue {
    ["description": .string(description), "answers": .sequence(answers.map { ["text": .string($0)] })]
  }
}
