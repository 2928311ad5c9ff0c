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
      joined[first].takePlaces(of: finding)
      joined[first].fix = nil
    }
    return joined
  }
}

extension Finding {
  /// Adds the place of another finding of the same mistake or, where it is the same one, what that has to show beside it.
  fileprivate mutating func takePlaces(of other: Finding) {
    let isElsewhere = place.range != other.place.range
    let places = isElsewhere ? [Annotation(repeatedAt: other.place.range)] : other.notes
    notes += places.filter { new in !notes.contains { $0.range == new.range } }
  }
}

extension Finding.Annotation {
  /// Another place that has the same mistake.
  fileprivate init(repeatedAt range: SourceRange) { self.init(range, Self.repetition) }

  /// Whether the place has the same mistake as the one that the finding is at.
  var isRepetition: Bool { words == Self.repetition }

  private static let repetition = "here, too"
}
