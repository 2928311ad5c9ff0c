package import Diagnostics
package import Planning

/// What it does to a mesh that runs that it is to be as another topology says.
///
/// Meaning is compared, never lines: objects and their fields, certificates, and what the topologies say beyond them.
package struct MeshChange: Sendable {
  package let old: MeshState
  package let new: MeshState
  /// The worst first.
  package internal(set) var changes: [Change]
  /// Objects of clusters on both sides, and of clusters that come or go.
  package let objects: [ObjectChange]
  /// The steps that carry the change out.
  package let steps: [Step]
  /// Who reaches whom otherwise; `nil` where nobody has asked.
  package var reach: ReachChange?
  /// The clusters that are part of the mesh before and after, by their names of today.
  let clustersOfBoth: Set<String>
  /// What going back would do.
  package let wayBack: [Change]

  /// The worst effect that nobody has accepted.
  package var effect: Effect { changes.filter { $0.acceptedBecause == nil }.map(\.effect).max() ?? .none }

  package var isEmpty: Bool { changes.isEmpty && objects.isEmpty }

  package init(from old: MeshState, to new: MeshState) {
    let comparison = Comparison(old, new)
    self.old = old
    self.new = new
    objects = comparison.objects
    reach = nil
    clustersOfBoth = comparison.clustersOfBoth
    changes = grouped(comparison.judgements)
    wayBack = grouped(comparison.reversed.judgements)
    steps = comparison.steps
  }

  /// Accepts kinds of change, for the reasons that somebody gives.
  package func accepting(_ reasons: [FindingCode: String]) -> MeshChange {
    var change = self
    change.changes = changes.map { item in
      var item = item
      item.acceptedBecause = reasons[item.kind.code]
      return item
    }
    return change
  }
}
