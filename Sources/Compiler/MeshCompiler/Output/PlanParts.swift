internal import MeshNames
internal import Planning

/// A plan by what each part of it is about: one cluster, or none in particular.
struct PlanParts {
  let plan: Plan
  let steps: [ClusterName?: [Step]]
  let bindings: [ClusterName?: [Binding]]
  let verifications: [ClusterName: PlannedVerification]
  let removal: [ClusterName: [Removal]]
  let meshes: [ClusterName: [PlannedMesh]]
  /// The steps of the whole mesh that wait for a cluster's step.
  ///
  /// They do not list the clusters that they wait for: each cluster says it of itself.
  let waiting: [StepID: [StepID]]

  init(of plan: Plan) {
    self.plan = plan
    let clusters = Dictionary(plan.steps.map { ($0.id, $0.cluster) }) { first, _ in first }
    steps = Dictionary(grouping: plan.steps, by: \.cluster)
    bindings = Dictionary(grouping: plan.bindings) { clusters[$0.step] ?? nil }
    verifications = Dictionary(plan.verifications.map { ($0.cluster, $0) }) { first, _ in first }
    removal = Dictionary(grouping: plan.removal, by: \.cluster)
    meshes = Dictionary(grouping: plan.meshes, by: \.cluster)
    var waiting: [StepID: [StepID]] = [:]
    for step in steps[nil] ?? [] {
      for earlier in step.after where clusters[earlier] ?? nil != nil { waiting[earlier, default: []].append(step.id) }
    }
    self.waiting = waiting
  }

  /// What a step comes behind, as far as its own part of the plan says it.
  func earlier(than step: Step) -> [StepID] {
    guard step.cluster == nil else { return step.after }
    return step.after.filter { waiting[$0] == nil }
  }

  /// What is done to take the mesh down, each act once: an act in all clusters comes before the next in any.
  var removalActs: [String] {
    var known: Set<String> = []
    return plan.removal.map(\.description).filter { known.insert($0).inserted }
  }

  /// The checks whose answers come from all clusters, each once.
  var sharedChecks: [PlannedVerification.Check] {
    var known: Set<String> = []
    return plan.verifications.flatMap(\.checks).filter { $0.isShared && known.insert($0.description).inserted }
  }

  /// Where the topology could have said a binding: a cluster by its name, since its number says nothing to a reader.
  func place(of binding: Binding) -> String {
    let names = ["clusters[": plan.clusters.map(\.name.description), "meshes[": plan.meshes.map(\.name.description)]
    for (list, names) in names where binding.place.hasPrefix(list) {
      let rest = binding.place.dropFirst(list.count)
      guard let end = rest.firstIndex(of: "]"), let number = Int(rest[..<end]), names.indices.contains(number) else {
        continue
      }
      return "\(list)\(names[number])\(rest[end...])"
    }
    return binding.place
  }
}
