extension [Finding] {
  /// The findings without those that may be there only because of others, in the same order.
  ///
  /// What cannot be read comes first; then names that nothing has, behind which there may be another mistake; and then
  /// what follows from all of it.
  package var withoutConsequences: [Finding] {
    var obscured: Set<String> = []
    var left: Set<Int> = []
    for rank in Finding.Rank.allCases {
      let ofRank = indices.filter { self[$0].rank == rank && !self[$0].rests(on: obscured) }
      left.formUnion(ofRank)
      obscured.formUnion(ofRank.flatMap { self[$0].obscures })
    }
    return indices.filter(left.contains).map { self[$0] }
  }
}

extension Finding {
  /// How much a finding can be a consequence of others.
  fileprivate enum Rank: CaseIterable {
    /// It is about the text, or about one value by itself.
    case certain
    /// It is about a name, and about the list that should have it.
    case name
    /// It leaves others in doubt, and may itself come of anything.
    case doubtful
    case last
  }

  fileprivate var rank: Rank {
    if code.restsOn == [] { return .certain }
    if obscures.isEmpty { return .last }
    return code.restsOn == nil ? .doubtful : .name
  }

  fileprivate func rests(on paths: Set<String>) -> Bool {
    guard let own = code.restsOn else { return !paths.isEmpty }
    return own.contains { part in paths.contains { isInside($0, part) || isInside(part, $0) } }
  }

  /// Whether a path is another one or leads on from it.
  private func isInside(_ path: String, _ other: String) -> Bool {
    path.hasPrefix(other) && (path.count == other.count || ".[".contains(path.dropFirst(other.count).first ?? "."))
  }
}
