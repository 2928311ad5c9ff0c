internal import Certificates
internal import MeshNames
package import Planning

/// A plan as somebody carries it out: every step with complete commands, in an order in which they can be done one after
/// the other.
package struct Runbook: Sendable {
  /// What it is of: the topology's name.
  package let name: String
  /// What is brought up, in words.
  package let summary: String
  package let steps: [RunbookStep]
  package let bindings: [RunbookBinding]
  /// How all of it is taken down, in order.
  package let removal: [RunbookRemoval]

  package init(
    name: String, summary: String, steps: [RunbookStep], bindings: [RunbookBinding], removal: [RunbookRemoval]
  ) {
    self.name = name
    self.summary = summary
    self.steps = steps
    self.bindings = bindings
    self.removal = removal
  }

  /// The runbook of a plan, or of those of its steps that a change needs.
  package init(of plan: Plan, steps: [Step]? = nil) {
    let contexts = Dictionary(plan.clusters.map { ($0.name, $0.context) }) { first, _ in first }
    self.init(
      name: plan.topology.description, summary: plan.summary,
      steps: (steps ?? plan.steps).map { RunbookStep($0, in: $0.cluster.flatMap { contexts[$0] }) },
      bindings: plan.bindings.map(RunbookBinding.init),
      // A change is taken back by the change the other way round.
      removal: steps != nil
        ? []
        : plan.removal.map {
          RunbookRemoval(cluster: $0.cluster.description, description: $0.description, commands: $0.commands)
        })
  }

  /// The steps of one cluster, and what concerns all clusters.
  package func restricted(to cluster: String) -> Runbook {
    Runbook(
      name: name, summary: summary, steps: steps.filter { $0.cluster == nil || $0.cluster == cluster },
      bindings: bindings, removal: removal.filter { $0.cluster == cluster })
  }

  /// The steps from one on; `nil` where there is no such step.
  package func beginning(at id: String) -> Runbook? {
    guard let start = steps.firstIndex(where: { $0.id == id }) else { return nil }
    return Runbook(name: name, summary: summary, steps: Array(steps[start...]), bindings: bindings, removal: removal)
  }
}

/// One step, with everything that somebody types.
package struct RunbookStep: Sendable {
  package let id: String
  /// The cluster; `nil` for what concerns them all.
  package let cluster: String?
  package let phase: String
  package let description: String
  package let action: Action
  package var after: [String]
  package let gates: [RunbookGate]
  /// The values that can be read behind it, and those that its files hold.
  package let binds: [String]
  package let uses: [String]

  package enum Action: Sendable {
    /// `kubectl apply -f` of a folder in a context.
    case apply(context: String, path: String)
    case run([Command])
    /// Somebody carries out the certificate plan of this path.
    case certificates(path: String)
  }

  package init(
    id: String, cluster: String?, phase: String, description: String, action: Action, after: [String],
    gates: [RunbookGate], binds: [String], uses: [String]
  ) {
    self.id = id
    self.cluster = cluster
    self.phase = phase
    self.description = description
    self.action = action
    self.after = after
    self.gates = gates
    self.binds = binds
    self.uses = uses
  }

  init(_ step: Step, in context: ContextName?) {
    let action: Action =
      switch step.action {
      case .apply:
        .apply(
          context: context?.description ?? "",
          path: "clusters/\(step.cluster.map { "\($0)" } ?? "")/\(step.phase.folder)")
      case .install(let release): .run([release.installation])
      case .run(let commands): .run(commands)
      case .certificates(let folder): .certificates(path: folder.planPath)
      }
    self.init(
      id: step.id.description, cluster: step.cluster?.description, phase: step.phase.folder,
      description: step.description, action: action, after: step.after.map(\.description),
      gates: step.gates.map { RunbookGate(description: $0.description, command: $0.command, timeout: $0.timeout) },
      binds: step.binds, uses: step.uses)
  }

  /// The commands that carry it out.
  package var commands: [Command] {
    switch action {
    case .apply(let context, let path): [Command(["kubectl", "--context", context, "apply", "-f", path])]
    case .run(let commands): commands
    case .certificates: []
    }
  }

  /// The name behind the cluster's: `40-control-plane/istiod`.
  var part: String { String(id.drop { $0 != "/" }.dropFirst()) }
}

/// What has to be true behind a step.
package struct RunbookGate: Sendable {
  package let description: String
  package let command: Command
  /// In seconds.
  package let timeout: Int

  package init(description: String, command: Command, timeout: Int) {
    self.description = description
    self.command = command
    self.timeout = timeout
  }
}

/// A value that is read once it is there.
package struct RunbookBinding: Sendable {
  package let name: String
  package let description: String
  package let step: String
  package let read: Command
  /// Where the topology could say it.
  package let place: String

  package init(name: String, description: String, step: String, read: Command, place: String) {
    self.name = name
    self.description = description
    self.step = step
    self.read = read
    self.place = place
  }

  init(_ binding: Binding) {
    self.init(
      name: binding.name, description: binding.description, step: binding.step.description, read: binding.read,
      place: binding.place)
  }
}

/// One thing to take down.
package struct RunbookRemoval: Sendable {
  package let cluster: String
  package let description: String
  package let commands: [Command]

  package init(cluster: String, description: String, commands: [Command]) {
    self.cluster = cluster
    self.description = description
    self.commands = commands
  }
}
