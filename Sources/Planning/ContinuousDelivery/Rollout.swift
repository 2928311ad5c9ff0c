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
    /// What comes of it, or what somebody has to make behind it, before the next may begin.
    var awaited: [Gate.ObjectReference]
  }

  init(_ plan: Plan) {
    var past: [StepID: Past] = [:]
    var units: [Unit] = []
    for step in plan.steps {
      let before = Past(step.after.compactMap { past[$0] })
      past[step.id] = before.extended(by: step)
      guard let cluster = step.cluster, step.isDelivered else { continue }
      let needs = before.nearest(in: cluster)
      if !before.awaited.isEmpty, let last = units.lastIndex(where: { needs.contains($0.step.id) }) {
        units[last].awaited += before.awaited.filter { !units[last].awaited.contains($0) }
      }
      units.append(
        Unit(
          step: step, cluster: cluster, wave: before.wave, needs: needs, isBehindCommands: before.hasCommands,
          awaited: step.gates.compactMap(\.object)))
    }
    self.units = units
  }
}

/// What lies before a step.
private struct Past {
  private(set) var wave = 0
  private(set) var hasCommands = false
  /// What people make in the same cluster.
  private(set) var awaited: [Gate.ObjectReference] = []
  /// The last steps that the controller carries out, each with its cluster, in the order of the plan.
  private var nearest: [(id: StepID, cluster: ClusterName)] = []

  init(_ all: [Past]) {
    wave = all.map(\.wave).max() ?? 0
    hasCommands = all.contains(where: \.hasCommands)
    awaited = all.flatMap(\.awaited)
    var known: Set<StepID> = []
    nearest = all.flatMap(\.nearest).filter { known.insert($0.id).inserted }
  }

  func nearest(in cluster: ClusterName) -> [StepID] { nearest.filter { $0.cluster == cluster }.map(\.id) }

  /// What lies before the steps behind this one.
  func extended(by step: Step) -> Past {
    var past = self
    if let cluster = step.cluster, step.isDelivered {
      past.wave += 1
      past.nearest = [(step.id, cluster)]
      past.hasCommands = false
      past.awaited = []
    } else {
      past.hasCommands = hasCommands || step.hasCommands
      // Another cluster's objects are for another controller to wait for.
      past.awaited = step.cluster == nil ? [] : awaited + step.gates.compactMap(\.object)
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
    if case .certificates = action { true } else { hasCommands }
  }

  /// Whether somebody has to do something to the cluster.
  ///
  /// Certificates are issued elsewhere: what is applied before them, an ExternalSecret say, waits for them by itself.
  fileprivate var hasCommands: Bool {
    if case .run(let commands) = action { !commands.isEmpty } else { false }
  }
}
