internal import MeshModel
internal import Planning
internal import YAMLWriting

/// Two sides, and what is found between them.
struct Comparison {
  let old: MeshState
  let new: MeshState
  /// The renames that the new topology names and the old one has not seen yet.
  let renames: Renames
  let objects: [ObjectChange]
  let statements: [StatementChange]
  /// Whether both topologies say the same, in whatever order.
  let isSameMesh: Bool
  /// The things that come or go as a whole.
  let wholes: Set<PagePath>
  /// What has no rule of its own and ends up in objects, by cluster; that of the mesh has none.
  let unruled: [String?: [StatementChange]]
  /// The clusters in which some object differs.
  let changedClusters: Set<String>

  init(_ old: MeshState, _ new: MeshState) {
    let renames = new.page?.renames ?? .none
    let statements = statementChanges(from: old.page?.renaming(renames), to: new.page)
    // Two topologies that say the same in another order are the same mesh.
    let isSameMesh = old.page != nil && new.page != nil && statements.isEmpty && renames.isEmpty
    let before = renames.isEmpty ? old.objects : old.objects.map { $0.inCluster(renames.cluster($0.id.cluster)) }
    self.init(
      old, new, renames, isSameMesh ? [] : objectChanges(from: before, to: new.objects), statements,
      isSameMesh: isSameMesh)
  }

  private init(
    _ old: MeshState, _ new: MeshState, _ renames: Renames, _ objects: [ObjectChange], _ statements: [StatementChange],
    isSameMesh: Bool
  ) {
    self.old = old
    self.new = new
    self.renames = renames
    self.objects = objects
    self.statements = statements
    self.isSameMesh = isSameMesh
    wholes = Set(
      statements.map(\.path).filter { path in
        guard case .item? = path.parts.last else { return false }
        return path.parts.first != .key("patches")
      })
    unruled = Dictionary(
      grouping: statements.filter { change in !pageRules.contains { $0.pattern.matches(change.path) } },
      by: \.path.cluster)
    changedClusters = Set(objects.map(\.object.id.cluster))
  }

  /// The way back; things keep their names of today.
  var reversed: Comparison {
    Comparison(
      new, old, renames, objects.map(\.reversed),
      statements.map { StatementChange(path: $0.path, before: $0.after, after: $0.before) }, isSameMesh: isSameMesh)
  }

  /// The clusters of before, by their names of today.
  var oldClusters: Set<String> { Set(old.clusters.map(renames.cluster)) }
  var newClusters: Set<String> { Set(new.clusters.map(renames.cluster)) }
  var clustersOfBoth: Set<String> { oldClusters.intersection(newClusters) }

  /// All that is found: what the topologies say first, then what only the outcome tells.
  var judgements: [Judgement] {
    guard !isSameMesh else { return [] }
    let said = saidJudgements
    let explained = Dictionary(grouping: said, by: \.cluster).mapValues { Set($0.map(\.kind)) }
    let found = (objectJudgements + certificateJudgements + chartJudgements).filter { !$0.isExplained(by: explained) }
    let all = said + found
    let counting = all.filter { $0.kind.effect != .none && $0.kind != .objectsApplied }
    let rest = counting.isEmpty ? all : all.filter { $0.kind != .objectsApplied }
    if !rest.isEmpty { return rest }
    return haveSameSteps ? [] : [Judgement(kind: .objectsApplied, what: "steps")]
  }

  /// Whether nothing that reaches a cluster differs.
  var isSameOutcome: Bool {
    objects.isEmpty && old.certificates == new.certificates && haveSameSteps && old.charts == new.charts
  }

  private var haveSameSteps: Bool {
    guard let before = old.plan, let after = new.plan else { return true }
    return before.steps.map(\.signature).sorted() == after.steps.map(\.signature).sorted()
  }
}

extension Judgement {
  /// Whether the topologies say the same of the cluster, or of the mesh, with more to show.
  fileprivate func isExplained(by said: [String?: Set<ChangeKind>]) -> Bool {
    let kinds = (said[nil] ?? []).union(cluster.flatMap { said[$0] } ?? [])
    return kinds.contains(kind) || kinds.contains { $0.covers(kind) }
  }
}

extension ChangeKind {
  /// Whether a change of this kind shows in objects as one of another.
  fileprivate func covers(_ kind: ChangeKind) -> Bool {
    switch self {
    case .clusterRenamed, .networkRenamed, .renamed: [.clusterRenamed, .networkMoved].contains(kind)
    case .rotationStep: [.authorityIssuedAnew, .rootReplaced].contains(kind)
    case .rotationLeap: [.authorityIssuedAnew, .rotationStep].contains(kind)
    case .migrationStage:
      [.objectRemoved, .policyRemoved, .policyAdded, .gatewayPort, .mutualTLSStricter].contains(kind)
    case .namespaceRemoved, .waypointRemoved, .peerRemoved, .meshRemoved, .serviceChanged, .importChanged,
      .exportRemoved:
      [.objectRemoved, .trafficRules].contains(kind)
    // The old one serves what it has injected until nobody needs it.
    case .revision, .minorUpgrade, .patchRelease: kind == .objectRemoved
    default: false
    }
  }
}
