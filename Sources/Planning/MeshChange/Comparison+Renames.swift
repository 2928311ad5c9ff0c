internal import Diagnostics
internal import MeshModel
internal import MeshNames

/// A thing that is gone, and another that has come and looks just like it.
struct ProposedRename {
  let judgements: [Judgement]
  /// The paths of both.
  let paths: [PagePath]
  /// Whether it is a network, which clusters name.
  let values: [String]

  /// Whether a change is a part of it.
  func explains(_ change: StatementChange) -> Bool {
    if paths.contains(where: { change.path.isPart(of: $0) }) { return true }
    guard change.path.parts.last == .key("network"), let old = change.old, let new = change.new else { return false }
    return values == [old, new]
  }
}

extension Comparison {
  /// What the new topology says itself to have another name.
  var renamedJudgements: [Judgement] {
    func judgements<Name>(_ list: String, _ renames: [Renames.Rename<Name>]) -> [Judgement] {
      renames.compactMap { rename in
        let path = PagePath.root.key(list).item(rename.from.value.description)
        guard let before = old.page?[path] ?? new.page?[path] else { return nil }
        return Judgement(
          kind: .renamed, what: list, cluster: list == "clusters" ? "\(rename.to.value)" : nil,
          before: "\(rename.from.value)", after: "\(rename.to.value)", places: (before.place, rename.to.range))
      }
    }
    return judgements("clusters", renames.clusters) + judgements("networks", renames.networks)
      + judgements("namespaces", renames.namespaces) + judgements("meshes", renames.meshes)
  }

  /// What looks like a rename that nobody has written down.
  var proposedRenames: [ProposedRename] {
    renames(of: "clusters", .clusterRenamed) + renames(of: "networks", .networkRenamed)
  }

  private func renames(of list: String, _ kind: ChangeKind) -> [ProposedRename] {
    let things = statements.filter { $0.path.parts.count == 2 && $0.path.parts.first == .key(list) }
    let gone = things.filter { $0.after == nil }
    var come = things.filter { $0.before == nil }
    return gone.compactMap { thing in
      guard let twin = come.firstIndex(where: { isSame(thing.path, $0.path, list) }) else { return nil }
      let other = come.remove(at: twin)
      let (from, to) = (thing.path.lastItem ?? "", other.path.lastItem ?? "")
      return ProposedRename(
        judgements: [
          Judgement(
            kind: kind, what: list, cluster: list == "clusters" ? to : nil, before: from, after: to,
            places: (thing.before?.place, other.after?.place))
        ], paths: [thing.path, other.path], values: [from, to])
    }
  }

  private func isSame(_ old: PagePath, _ new: PagePath, _ list: String) -> Bool {
    guard let before = self.old.page, let after = self.new.page else { return false }
    if list == "networks" {
      let (first, second) = (clusters(on: old, in: before), clusters(on: new, in: after))
      return !first.isEmpty && first == second
    }
    if let server = before[old.key("apiServer")] { return server == after[new.key("apiServer")] }
    let saidOfItself = [PagePath.Part.key("context"), .key("location")]
    let values = { (page: Page, path: PagePath) in
      Dictionary(
        page.statements.filter {
          $0.key.isPart(of: path) && !saidOfItself.contains($0.key.parts[$0.key.parts.count - 1])
        }
        .map { (Array($0.key.parts.dropFirst(path.parts.count)), $0.value.value) }
      ) { first, _ in first }
    }
    return values(before, old) == values(after, new)
  }

  /// The clusters of a network.
  private func clusters(on network: PagePath, in page: Page) -> Set<String> {
    Set(
      page.statements.filter { $0.key.parts.last == .key("network") && $0.value.value == network.lastItem }
        .compactMap(\.key.cluster))
  }
}
