/// What a change does to who reaches whom.
package struct ReachDifference: Sendable {
  /// Pairs of clusters whose requests arrive only afterwards, only before, and by another way.
  package let gained: [Pair]
  package let lost: [Pair]
  package let changed: [Pair]

  /// One pair, before and after; `nil` where one of the clusters is not there.
  package struct Pair: Sendable {
    package let from: String
    package let to: String
    package let before: Disposition?
    package let after: Disposition?
  }

  package var isEmpty: Bool { gained.isEmpty && lost.isEmpty && changed.isEmpty }

  /// Compares two meshes.
  ///
  /// Of systems that are not followed, nothing is said.
  package init(from old: Reachability, to new: Reachability) {
    let rows = (old.rows, new.rows)
    let names = old.clusters + new.clusters.filter { rows.0[$0] == nil }
    var (gained, lost, changed): ([Pair], [Pair], [Pair]) = ([], [], [])
    for from in names {
      for to in names where to != from {
        let before = old.disposition(from: rows.0[from], to: rows.0[to])
        let after = new.disposition(from: rows.1[from], to: rows.1[to])
        guard before != after, before != .insufficientInformation, after != .insufficientInformation else { continue }
        let pair = Pair(from: from, to: to, before: before, after: after)
        switch (before?.reaches ?? false, after?.reaches ?? false) {
        case (false, true): gained.append(pair)
        case (true, false): lost.append(pair)
        default: changed.append(pair)
        }
      }
    }
    (self.gained, self.lost, self.changed) = (gained, lost, changed)
  }
}

extension Reachability {
  /// The row of each cluster.
  fileprivate var rows: [String: Int] {
    Dictionary(clusters.enumerated().map { ($1, $0) }) { first, _ in first }
  }

  fileprivate func disposition(from row: Int?, to column: Int?) -> Disposition? {
    guard let row, let column else { return nil }
    return disposition(from: row, to: column)
  }
}
