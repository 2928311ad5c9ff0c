package import Diagnostics

/// One thing that a change does to a mesh, over all clusters that it does it to.
package struct Change: Sendable {
  package let kind: ChangeKind
  /// What it is about: a part of the topology, or an object.
  package let what: String
  /// The clusters that it concerns; empty where it concerns the whole mesh.
  package let clusters: [String]
  package let before: String?
  package let after: String?
  /// Where it stands in the old topology, and in the new one.
  package let places: (before: SourceRange?, after: SourceRange?)
  /// Why it is accepted, where the topology says so.
  package var acceptedBecause: String?
  /// Whether the values are others in each cluster.
  package let differs: Bool

  package var effect: Effect { kind.effect }
}

/// What is found about one cluster, or the mesh, before it is grouped.
struct Judgement {
  let kind: ChangeKind
  let what: String
  var cluster: String?
  var before: String?
  var after: String?
  var places: (before: SourceRange?, after: SourceRange?) = (nil, nil)
}

/// The same over all clusters once, the worst first; values that are others in more clusters than a reader compares are
/// left out.
func grouped(_ judgements: [Judgement]) -> [Change] {
  let placed = judgements.enumerated().map { Placed(index: $0.offset, judgement: $0.element) }
  let groups = Dictionary(grouping: placed, by: { Group(of: $0.judgement, withValues: false) })
  return groups.values.flatMap { group -> [(index: Int, change: Change)] in
    let byValue = Dictionary(grouping: group, by: { Group(of: $0.judgement, withValues: true) })
    let parts = byValue.count > 4 ? [group] : byValue.values.map { $0 }
    return parts.compactMap { part in
      part.min { $0.index < $1.index }.map { first in
        (first.index, Change(part.map(\.judgement), first.judgement, differs: byValue.count > 4))
      }
    }
  }
  .sorted { left, right in
    if left.change.effect != right.change.effect { return left.change.effect > right.change.effect }
    return (left.change.kind.code.number, left.index) < (right.change.kind.code.number, right.index)
  }
  .map(\.change)
}

/// A judgement and its place among the others.
private struct Placed {
  let index: Int
  let judgement: Judgement
}

extension Change {
  fileprivate init(_ judgements: [Judgement], _ first: Judgement, differs: Bool) {
    kind = first.kind
    what = first.what
    clusters = Set(judgements.compactMap(\.cluster)).sorted()
    before = differs ? nil : first.before
    after = differs ? nil : first.after
    places = first.places
    acceptedBecause = nil
    self.differs = differs
  }
}

/// What has to be the same for judgements to be one.
private struct Group: Hashable {
  let kind: ChangeKind
  let what: String
  let before: String?
  let after: String?

  init(of judgement: Judgement, withValues: Bool) {
    kind = judgement.kind
    what = judgement.what
    before = withValues ? judgement.before : nil
    after = withValues ? judgement.after : nil
  }
}
