package import AppliedMesh
package import MeshChange
internal import Tracing

extension ReachChange {
  /// The most clusters whose pairs are asked about: there are as many as the square.
  package static let mostClusters = 100

  /// Follows requests between all pairs of clusters on both sides; `nil` where there are too many to ask.
  ///
  /// - Parameters:
  ///   - old: What is applied before.
  ///   - new: What is applied after.
  package init?(from old: AppliedMesh, to new: AppliedMesh) {
    let (before, after) = (Tracer(old), Tracer(new))
    guard max(before.clusters.count, after.clusters.count) <= Self.mostClusters else { return nil }
    let (was, now) = (before.reachability(), after.reachability())
    let known = Dictionary(was.pairs.map { ([$0.from, $0.to], $0) }) { first, _ in first }
    var result: (gained: [Pair], lost: [Pair], changed: [Pair]) = ([], [], [])
    for pair in now.pairs {
      guard let old = known[[pair.from, pair.to]], old.disposition != pair.disposition || old.via != pair.via else {
        continue
      }
      let change = Pair(from: pair.from, to: pair.to, before: old.words, after: pair.words)
      switch (old.disposition.reaches, pair.disposition.reaches) {
      case (false, true): result.gained.append(change)
      case (true, false): result.lost.append(change)
      case (true, true) where old.words != pair.words, (false, false) where old.words != pair.words:
        result.changed.append(change)
      default: break
      }
    }
    self.init(gained: result.gained, lost: result.lost, changed: result.changed)
  }
}

extension Reachability.Pair {
  /// What becomes of requests, and which gateway they pass.
  fileprivate var words: String {
    let hops = via.map { hop in
      "\(hop.cluster ?? hop.network)\(hop.address.isEmpty ? "" : " at \(hop.address):\(hop.port)")"
    }
    return disposition.rawValue + (hops.isEmpty ? "" : " (\(hops.joined(separator: ", ")))")
  }
}
