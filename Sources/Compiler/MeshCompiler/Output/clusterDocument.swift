internal import FileTrees
internal import MeshNames
internal import Planning
internal import YAMLWriting

extension RelativePath {
  /// Where a cluster's part of the plan is.
  init(planOf cluster: ClusterName) { self.init("clusters", "\(cluster)", "plan.json") }
}

/// A cluster's part of the plan: its steps in their order, what they yield, how it is tried out and taken down.
func clusterDocument(of cluster: PlannedCluster, _ parts: PlanParts) -> YAMLValue {
  .fields([
    "kind": "ClusterPlan",
    "version": 1,
    "cluster": cluster.value,
    "meshes": parts.meshes[cluster.name].map { .sequence($0.map(\.value)) },
    "steps": .sequence((parts.steps[cluster.name] ?? []).map { parts.value(of: $0) }),
    "bindings": .sequence((parts.bindings[cluster.name] ?? []).map { parts.value(of: $0) }),
    "verification": parts.verifications[cluster.name]?.value,
    "removal": .sequence((parts.removal[cluster.name] ?? []).map(\.value)),
  ])
}
