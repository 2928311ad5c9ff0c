/// A text to compile, and the name that findings give it.
package struct SourceText: Sendable {
  /// What findings call the text: the path as the user wrote it, or `<stdin>`.
  package let name: String
  /// The bytes as they were read; they need not be valid UTF-8.
  package let bytes: [UInt8]
  /// Where each line starts, ascending; the first is 0.
  private let lineStarts: [Int]
  /// Stretches that no rendering may show: private keys.
  package private(set) var withheld: [SourceRange] = []

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    self.lineStarts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  /// A line and a column as editors count them, both from 1; the column in Unicode scalars.
  package struct Position: Equatable, Comparable, Sendable {
    package let line: Int
    package let column: Int

    package init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }

    package static func < (left: Position, right: Position) -> Bool {
      (left.line, left.column) < (right.line, right.column)
    }
  }

  /// The position of a byte; the end of the text for an offset behind it.
  package func position(of offset: Int) -> Position {
    let offset = min(max(offset, 0), bytes.count)
    let line = lineIndex(of: offset)
    let scalars = bytes[lineStarts[line]..<offset].count { !isContinuation($0) }
    return Position(line: line + 1, column: scalars + 1)
  }

  /// The bytes of a line, counted from 1, without its line break.
  package func lineRange(_ line: Int) -> SourceRange {
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return SourceRange(start, end)
  }

  /// A line's text, counted from 1; `nil` when a part of it must not be shown.
  package func line(_ line: Int) -> String? {
    let range = lineRange(line)
    guard !withheld.contains(where: { $0.start <= range.end && range.start <= $0.end }) else { return nil }
    return String(decoding: bytes[range.start..<range.end], as: UTF8.self)
  }

  /// Keeps a stretch out of everything that is ever shown.
  package mutating func withhold(_ range: SourceRange) { withheld.append(range) }

  private func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
