internal import MeshNames
internal import Planning

/// What a GitOps controller can do of a plan, and in which order.
///
/// It applies folders and installs charts. Commands are for people, and what comes behind one waits for them.
struct Rollout {
  let units: [Unit]

  /// A step that a controller carries out.
  struct Unit {
    let step: Step
    let cluster: ClusterName
    /// How many such steps lie before it, in whichever clusters.
    let wave: Int
    /// The steps of the same cluster that it must come after, and that the controller carries out, too.
    let needs: [StepID]
    /// Whether somebody has to do something before it.
    let isBehindCommands: Bool
    /// What somebody has to make behind it, before the next may begin.
    var awaited: [Gate.ObjectReference] = []
  }

  init(_ plan: Plan) {
    var past: [StepID: Past] = [:]
    var units: [Unit] = []
    for step in plan.steps {
      let before = Past(step.after.compactMap { past[$0] }, in: step)
      past[step.id] = before.extended(by: step)
      if let cluster = step.cluster, step.isDelivered {
        units.append(
          Unit(
            step: step, cluster: cluster, wave: before.wave, needs: before.nearest,
            isBehindCommands: before.hasCommands))
      } else if let last = units.lastIndex(where: { before.nearest.contains($0.step.id) }) {
        units[last].awaited += step.gates.compactMap(\.object)
      }
    }
    self.units = units
  }
}

/// What lies before a step.
private struct Past {
  var wave: Int
  var nearest: [StepID]
  var hasCommands: Bool
  let cluster: ClusterName?

  init(_ all: [Past], in step: Step) {
    wave = all.map(\.wave).max() ?? 0
    hasCommands = all.contains(where: \.hasCommands)
    cluster = step.cluster
    let own = all.filter { $0.cluster == step.cluster }.flatMap(\.nearest)
    nearest = own.enumerated().filter { !own[..<$0.offset].contains($0.element) }.map(\.element)
  }

  /// What lies before the steps behind this one.
  func extended(by step: Step) -> Past {
    var past = self
    if step.isDelivered {
      past.wave += 1
      past.nearest = [step.id]
      past.hasCommands = false
    } else {
      past.hasCommands = hasCommands || step.isForPeople
    }
    return past
  }
}

extension Step {
  /// Whether a controller can carry the step out.
  var isDelivered: Bool {
    switch action {
    case .apply, .install: true
    case .run, .certificates: false
    }
  }

  /// Whether somebody has to do something.
  package var isForPeople: Bool {
    switch action {
    case .run(let commands): !commands.isEmpty
    case .certificates: true
    case .apply, .install: false
    }
  }
}
