extension [Finding] {
  /// The findings, sorted by place, with those of one mistake as one: the first, to which the others add their places.
  ///
  /// A name that ten clusters use and nothing declares is one mistake. What would mend one of several places is left out:
  /// it may be the declaration that is wrong.
  package var oneForEachMistake: [Finding] {
    var joined: [Finding] = []
    var firsts: [String: Int] = [:]
    for finding in self {
      guard let mistake = finding.mistake, let first = firsts[mistake] else {
        finding.mistake.map { firsts[$0] = joined.count }
        joined.append(finding)
        continue
      }
      let isKnown = ([joined[first].place] + joined[first].notes).contains { $0.range == finding.place.range }
      if !isKnown { joined[first].notes.append(.init(finding.place.range, "here, too")) }
      joined[first].fix = nil
    }
    return joined
  }
}
