/// Who reaches whom otherwise than before, of clusters that are there on both sides.
package struct ReachChange: Sendable {
  package let gained: [Pair]
  package let lost: [Pair]
  /// Pairs that reach each other on another path, or fail for another reason.
  package let changed: [Pair]

  /// A client's cluster, a server's, and what becomes of requests.
  package struct Pair: Sendable, Hashable {
    package let from: String
    package let to: String
    package let before: String
    package let after: String

    package init(from: String, to: String, before: String, after: String) {
      self.from = from
      self.to = to
      self.before = before
      self.after = after
    }
  }

  package init(gained: [Pair], lost: [Pair], changed: [Pair]) {
    self.gained = gained
    self.lost = lost
    self.changed = changed
  }

  var isEmpty: Bool { gained.isEmpty && lost.isEmpty && changed.isEmpty }

  /// The pairs in words, those with the same change once.
  var lines: [String] {
    [("gained", gained), ("lost", lost), ("another path", changed)].flatMap { word, pairs in
      Dictionary(grouping: pairs, by: { [$0.before, $0.after] }).sorted { $0.key.joined() < $1.key.joined() }.map {
        key, pairs in
        let names = pairs.prefix(3).map { "\($0.from) to \($0.to)" }.joined(separator: ", ")
        let rest = pairs.count > 3 ? " and \(pairs.count - 3) more pairs" : ""
        return "\(word): \(names)\(rest): \(key[0]) -> \(key[1])"
      }
    }
  }
}
