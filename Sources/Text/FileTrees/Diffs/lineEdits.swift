/// Lines of an old text that lines of a new one replace; either may be none.
struct LineEdit: Equatable {
  var old: Range<Int>
  var new: Range<Int>
}

/// The edits that turn one text into another, in order and never touching each other.
///
/// They are as few as can be, unless the texts have thousands of differences: then the part between the first and the
/// last is one edit.
func lineEdits(from old: [ArraySlice<UInt8>], to new: [ArraySlice<UInt8>]) -> [LineEdit] {
  let numbers = numbered(old, new)
  let prefix = zip(numbers.old, numbers.new).prefix { $0 == $1 }.count
  let rest = (old: numbers.old[prefix...], new: numbers.new[prefix...])
  let suffix = zip(rest.old.reversed(), rest.new.reversed()).prefix { $0 == $1 }.count
  let middle = (old: Array(rest.old.dropLast(suffix)), new: Array(rest.new.dropLast(suffix)))
  guard !middle.old.isEmpty || !middle.new.isEmpty else { return [] }
  let edits =
    shortestEdits(from: middle.old, to: middle.new) ?? [LineEdit(old: 0..<middle.old.count, new: 0..<middle.new.count)]
  return edits.map {
    LineEdit(
      old: ($0.old.lowerBound + prefix)..<($0.old.upperBound + prefix),
      new: ($0.new.lowerBound + prefix)..<($0.new.upperBound + prefix))
  }
}

/// A number for each different line, so that comparing two of them costs nothing.
private func numbered(
  _ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]
) -> (old: [Int], new: [Int]) {
  var numbers: [ArraySlice<UInt8>: Int] = [:]
  func number(_ line: ArraySlice<UInt8>) -> Int {
    if let number = numbers[line] { return number }
    numbers[line] = numbers.count
    return numbers.count - 1
  }
  return (old.map(number), new.map(number))
}

/// The shortest edits; `nil` where there would be more than the limit, since time and memory grow with its square.
///
/// The greedy algorithm of Myers, "An O(ND) Difference Algorithm and Its Variations" (1986).
private func shortestEdits(from old: [Int], to new: [Int], limit: Int = 2_000) -> [LineEdit]? {
  // The furthest old line that each diagonal reaches; diagonal k is at index k + limit + 1.
  var furthest = [Int32](repeating: 0, count: 2 * limit + 3)
  var history: [[Int32]] = []
  let origin = limit + 1
  for count in 0...limit {
    history.append(Array(furthest[(origin - count - 1)...(origin + count + 1)]))
    for diagonal in stride(from: -count, through: count, by: 2) {
      let (below, above) = (furthest[origin + diagonal - 1], furthest[origin + diagonal + 1])
      var x = Int(takesInsertion(diagonal, count, below, above) ? above : below + 1)
      while x < old.count, x - diagonal < new.count, x - diagonal >= 0, old[x] == new[x - diagonal] { x += 1 }
      furthest[origin + diagonal] = Int32(x)
      if x >= old.count && x - diagonal >= new.count { return edits(to: (old.count, new.count), through: history) }
    }
  }
  return nil
}

private func takesInsertion(_ diagonal: Int, _ count: Int, _ below: Int32, _ above: Int32) -> Bool {
  diagonal == -count || (diagonal != count && below < above)
}

/// Walks back from the end, a step for each round, and joins single lines into edits.
private func edits(to end: (old: Int, new: Int), through history: [[Int32]]) -> [LineEdit] {
  var edits: [LineEdit] = []
  var (x, y) = end
  for (count, furthest) in history.enumerated().reversed() where count > 0 {
    let (diagonal, origin) = (x - y, count + 1)
    let (below, above) = (furthest[origin + diagonal - 1], furthest[origin + diagonal + 1])
    let isInsertion = takesInsertion(diagonal, count, below, above)
    let oldX = Int(isInsertion ? above : below)
    let oldY = oldX - (isInsertion ? diagonal + 1 : diagonal - 1)
    let edit = LineEdit(old: oldX..<(isInsertion ? oldX : oldX + 1), new: oldY..<(isInsertion ? oldY + 1 : oldY))
    if let next = edits.last, next.old.lowerBound == edit.old.upperBound, next.new.lowerBound == edit.new.upperBound {
      edits[edits.count - 1] = LineEdit(
        old: edit.old.lowerBound..<next.old.upperBound, new: edit.new.lowerBound..<next.new.upperBound)
    } else {
      edits.append(edit)
    }
    (x, y) = (oldX, oldY)
  }
  return edits.reversed()
}
