package import YAMLWriting

extension ReachDifference {
  /// What changes, for people: a few lines, of which each stands for many pairs.
  package var lines: [String] {
    let groups = [("gained", gained), ("lost", lost), ("another way", changed)]
    return groups.flatMap { word, pairs -> [String] in
      let shown = pairs.prefix(6).map { "  \(word): \($0.from) -> \($0.to), \($0.inWords)" }
      return shown + (pairs.count > 6 ? ["  \(word): \(pairs.count - 6) more pairs"] : [])
    }
  }

  /// The same for programs.
  package var document: YAMLValue {
    [
      "gained": .sequence(gained.map(\.document)), "lost": .sequence(lost.map(\.document)),
      "changed": .sequence(changed.map(\.document)),
    ]
  }
}

extension ReachDifference.Pair {
  fileprivate var inWords: String { "\(before?.rawValue ?? "not there") to \(after?.rawValue ?? "not there")" }

  fileprivate var document: YAMLValue {
    [
      "from": .string(from), "to": .string(to),
      "before": before.map { .string($0.rawValue) } ?? .null, "after": after.map { .string($0.rawValue) } ?? .null,
    ]
  }
}
