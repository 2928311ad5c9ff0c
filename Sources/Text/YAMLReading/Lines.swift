internal import Diagnostics

/// The lines of a text, as somebody looks at them who searches for what is wrong.
struct Lines {
  private let bytes: [UInt8]

  init(of bytes: [UInt8]) { self.bytes = bytes }

  /// The first quote before an offset that begins a value and is not closed in its line.
  func openQuote(before end: Int) -> Int? {
    var offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while offset < min(end, bytes.count) {
      let lineEnd = endOfLine(offset)
      if let quote = openQuote(in: offset..<lineEnd) { return quote < end ? quote : nil }
      offset = lineEnd + 1
    }
    return nil
  }

  /// A quote begins a value where it stands behind a blank, a bracket or a comma.
  private func openQuote(in line: Range<Int>) -> Int? {
    var open: Int?
    var isEscaped = false
    for offset in line {
      let byte = bytes[offset]
      if let quote = open {
        let isDouble = bytes[quote] == UInt8(ascii: "\"")
        let next = offset + 1 < line.upperBound ? bytes[offset + 1] : 0
        if isEscaped {
          isEscaped = false
        } else if isDouble ? byte == UInt8(ascii: "\\") : byte == bytes[quote] && next == byte {
          isEscaped = true
        } else if byte == bytes[quote] {
          open = nil
        }
        continue
      }
      let isFirst = offset == line.lowerBound || " \t[{,:-".utf8.contains(bytes[offset - 1])
      if byte == UInt8(ascii: "#"), isFirst { return nil }
      if isFirst, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { open = offset }
    }
    return open
  }

  /// Whether nothing but blanks stands before an offset in its line.
  func beginsLine(_ offset: Int) -> Bool { firstWord(inLineOf: offset) == offset }

  func indentation(of offset: Int) -> Int { offset - startOfLine(offset) }

  func firstWord(inLineOf offset: Int) -> Int {
    let start = startOfLine(offset)
    return bytes[start...].firstIndex { $0 != UInt8(ascii: " ") } ?? offset
  }

  /// A colon with a blank behind it that stands before another one in its line.
  func earlierColon(in offset: Int) -> Int? {
    let start = startOfLine(offset)
    return (start..<max(start, offset - 1)).first {
      bytes[$0] == UInt8(ascii: ":") && bytes[$0 + 1] == UInt8(ascii: " ")
    }
  }

  /// What stands in the last line before that of an offset that has anything in it.
  func lineAbove(_ offset: Int) -> SourceRange? {
    var start = startOfLine(offset)
    while start > 0 {
      let end = start - 1
      start = startOfLine(end)
      let word = firstWord(inLineOf: start)
      if word < end, bytes[word] != UInt8(ascii: "#") { return SourceRange(word, end) }
    }
    return nil
  }

  /// The line above that an indented one was probably meant to stand below: with a dash or without as that one, in the
  /// column that is nearest.
  func sibling(of offset: Int) -> SourceRange? {
    let (isItem, column) = (bytes[offset] == UInt8(ascii: "-"), indentation(of: offset))
    var (best, start): (SourceRange?, Int) = (nil, offset)
    while let line = lineAbove(start), line.start < start {
      start = line.start
      let distance = { (range: SourceRange) in abs(indentation(of: range.start) - column) }
      let begin = isItem ? line.start : keyBehindDash(line)
      guard !isItem || bytes[line.start] == UInt8(ascii: "-"), indentation(of: begin) != column else { continue }
      let word = word(at: begin)
      if best.map({ distance(word) < distance($0) }) ?? true { best = word }
    }
    return best
  }

  /// Where the key of a line begins, be there a dash before it or not.
  private func keyBehindDash(_ line: SourceRange) -> Int {
    bytes[line.start..<line.end].firstIndex { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: " ") } ?? line.start
  }

  /// What stands from an offset on, up to the next blank or the end of the line.
  func word(at offset: Int) -> SourceRange {
    let end = bytes[min(offset, bytes.count)...].prefix { $0 > 0x20 }.count
    return SourceRange(offset, offset + max(end, 1))
  }

  func character(at offset: Int) -> Character {
    String(decoding: bytes[min(offset, bytes.count)...].prefix(4), as: UTF8.self).first ?? " "
  }

  private func startOfLine(_ offset: Int) -> Int {
    bytes[..<min(offset, bytes.count)].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
  }

  private func endOfLine(_ offset: Int) -> Int {
    bytes[offset...].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? bytes.count
  }
}
