internal import Diagnostics
internal import MeshModel

/// What two topologies say otherwise, by path.
func statementChanges(from old: Page?, to new: Page?) -> [StatementChange] {
  guard let old, let new else { return [] }
  return Set(old.statements.keys).union(new.statements.keys)
    .filter { old[$0] != new[$0] }
    .map { StatementChange(path: $0, before: old[$0], after: new[$0]) }
    .sorted { $0.path.description < $1.path.description }
}

extension Comparison {
  /// What the topologies say; nothing where one side is a directory, but for clusters that come and go.
  var saidJudgements: [Judgement] {
    guard old.page != nil, new.page != nil else { return clusterJudgements }
    let proposals = proposedRenames
    let renamed = renamedJudgements + proposals.flatMap(\.judgements)
    let judged = statements.filter { change in
      !isPartOfWhole(change) && !proposals.contains { $0.explains(change) }
    }
    let migrates = statements.contains { $0.path.description == "migration.stage" }
    return renamed
      + judged.compactMap { change in
        guard let kind = kind(of: change, whileMigrating: migrates) else { return nil }
        return Judgement(
          kind: kind, what: change.path.shared, cluster: change.path.cluster, before: shown(change.before),
          after: shown(change.after), places: (change.before?.place, change.after?.place))
      }
  }

  private func kind(of change: StatementChange, whileMigrating migrates: Bool) -> ChangeKind? {
    guard let kind = pageRules.first(where: { $0.pattern.matches(change.path) })?.judge(change) else { return nil }
    // A migration goes from one installer to another, in stages that leave the way back open.
    if migrates, [.otherInstaller, .skippedMinor, .updateStrategy, .downgrade].contains(kind) {
      return .migrationStage
    }
    return isUnfelt(change, kind) ? .words : kind
  }

  /// Whether a key that was left out before, or is now, says what holds anyway.
  private func isUnfelt(_ change: StatementChange, _ kind: ChangeKind) -> Bool {
    guard change.before == nil || change.after == nil || isSameOutcome else { return false }
    let felt: Set<ChangeKind> = [
      .gatewayAddress, .gatewayPort, .bindingKnown, .apiServer, .topologyRenamed, .platform, .context, .clusterAdded,
      .clusterRemoved, .sample, .delivery, .rootReplaced, .migrationStage, .migrationLeap,
    ]
    guard !felt.contains(kind), kind != .words else { return false }
    if isSameOutcome { return true }
    guard let cluster = change.path.cluster, old.plan != nil, new.plan != nil else { return false }
    return !changedClusters.contains(cluster) && old.certificates == new.certificates
  }

  /// What belongs to a thing that comes or goes as a whole is not told one by one.
  private func isPartOfWhole(_ change: StatementChange) -> Bool {
    change.path.parts.indices.dropLast().contains { index in
      guard case .item = change.path.parts[index] else { return false }
      let whole = PagePath(parts: Array(change.path.parts[...index]))
      return whole != change.path && wholes.contains(whole)
    }
  }

  private func shown(_ statement: Page.Statement?) -> String? {
    statement.flatMap { $0.value.isEmpty ? nil : $0.value }
  }

  /// Clusters that come and go, where no topology tells.
  private var clusterJudgements: [Judgement] {
    newClusters.subtracting(oldClusters).sorted().map {
      Judgement(kind: .clusterAdded, what: "clusters[*]", cluster: $0)
    }
      + oldClusters.subtracting(newClusters).sorted()
      .map { Judgement(kind: .clusterRemoved, what: "clusters[*]", cluster: $0) }
  }
}
