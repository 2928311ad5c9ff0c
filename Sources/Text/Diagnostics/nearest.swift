/// The word that somebody probably meant, out of those that would have been right; `nil` where none is near.
///
/// Near is a third of the longer word's letters, at most three edits.
package func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
  let scored = candidates.map { (word: $0, distance: editDistance(word.lowercased(), $0.lowercased())) }
  guard let best = scored.min(by: { $0.distance < $1.distance }) else { return nil }
  let bound = min(3, max(word.count, best.word.count) / 3)
  return best.distance <= max(1, bound) && best.distance < best.word.count ? best.word : nil
}

/// The number of letters to insert, delete, replace or swap with their neighbour (Damerau, optimal string alignment).
private func editDistance(_ left: String, _ right: String) -> Int {
  let (source, target) = (Array(left.unicodeScalars.prefix(64)), Array(right.unicodeScalars.prefix(64)))
  var before: [Int] = []
  var previous = Array(0...target.count)
  for (row, letter) in source.enumerated() {
    var current = [row + 1]
    for (column, other) in target.enumerated() {
      var cost = min(previous[column + 1], current[column]) + 1
      cost = min(cost, previous[column] + (letter == other ? 0 : 1))
      if row > 0, column > 0, letter == target[column - 1], other == source[row - 1] {
        cost = min(cost, before[column - 1] + 1)
      }
      current.append(cost)
    }
    (before, previous) = (previous, current)
  }
  return previous[target.count]
}

/// Words as people list them: `a`, `a and b`, `a, b and c`; long lists are cut and say so.
package func listed(_ words: [String], most: Int = 8) -> String {
  if words.count > most + 1 {
    return words.prefix(most).joined(separator: ", ") + " and \(words.count - most) more"
  }
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " and " + last
}
