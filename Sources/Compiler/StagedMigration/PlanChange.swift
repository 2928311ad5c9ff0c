internal import Manifests
internal import MeshNames
internal import Planning

/// What a stage makes of one cluster.
struct ClusterChange {
  let cluster: PlannedCluster
  let added: [Resource]
  let changed: [Resource]
  /// What the output no longer has; applying it takes nothing away.
  let dropped: [Resource]

  var isEmpty: Bool { added.isEmpty && changed.isEmpty && dropped.isEmpty }

  /// Compares what two plans apply in a cluster.
  init(of cluster: PlannedCluster, from old: Plan, to new: Plan) {
    self.cluster = cluster
    let (before, after) = (old.applied(in: cluster.name), new.applied(in: cluster.name))
    added = after.filter { resource in !before.contains { $0.reference == resource.reference } }
    changed = after.filter { resource in
      before.contains { $0.reference == resource.reference && $0 != resource }
    }
    dropped = before.filter { resource in !after.contains { $0.reference == resource.reference } }
  }
}

extension Plan {
  fileprivate func applied(in cluster: ClusterName) -> [Resource] {
    steps.filter { $0.cluster == cluster }.flatMap(\.resources)
  }

  /// The steps that are not as they were in another plan: what is done in this one alone.
  func steps(notIn other: Plan) -> [Step] { steps.filter { !other.has($0) } }

  /// Whether a step is the same here.
  func has(_ step: Step) -> Bool { steps.contains { $0.id == step.id && $0.does(what: step) } }
}

extension Step {
  /// Whether the same is done, and waited for.
  fileprivate func does(what other: Step) -> Bool {
    resources == other.resources && commands == other.commands && gates == other.gates
  }

  var commands: [Command] { if case .run(let commands) = action { commands } else { [] } }
}

extension Resource {
  /// The object as people name it.
  var reference: String { "\(kind) " + (namespace.map { "\($0)/" } ?? "") + name }

  /// Takes the object out of a cluster, if it is there.
  func deletion(in context: ContextName) -> Command {
    let group = apiVersion.split(separator: "/").dropLast().first.map { ".\($0)" } ?? ""
    let place = namespace.map { ["--namespace", $0.description] } ?? []
    return Command(
      Command.kubectl(in: context).words + place + [
        "delete", "--ignore-not-found", "\(kind.lowercased())\(group)/\(name)",
      ])
  }
}
