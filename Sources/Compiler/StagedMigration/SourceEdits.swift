package import Diagnostics
package import YAMLReading

/// Changes of a text, each of one stretch; what lies between stays as it was written, comments and all.
///
/// Keys are added and removed in whichever style a mapping has, block or flow.
package struct SourceEdits {
  let bytes: [UInt8]
  private var edits: [(range: SourceRange, text: String)] = []

  package init(of bytes: [UInt8]) { self.bytes = bytes }

  /// The text with all changes made.
  package var result: [UInt8] {
    var result: [UInt8] = []
    var end = 0
    for edit in edits.enumerated().sorted(by: {
      ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset)
    }) {
      let (range, text) = edit.element
      result += bytes[end..<max(end, range.start)] + text.utf8
      end = max(end, range.end)
    }
    return result + bytes[end...]
  }

  package mutating func replace(_ range: SourceRange, by text: String) { edits.append((range, text)) }

  /// Adds a key to a mapping, behind one of its entries.
  ///
  /// - Parameters:
  ///   - key: The key and its value on one line: `discovery: manual`.
  ///   - entry: The entry.
  ///   - mapping: The mapping that both are in.
  mutating func add(_ key: String, behind entry: Node.Entry, in mapping: Node.Mapping) {
    if isFlow(mapping) { return replace(SourceRange(at: entry.end), by: ", \(key)") }
    let next = nextLine(behind: entry.end)
    let indentation = String(repeating: " ", count: entry.key.range.start - lineStart(of: entry.key.range.start))
    let lineBreak = self.lineBreak(before: next)
    let line = endsLine(before: next) ? indentation + key + lineBreak : lineBreak + indentation + key
    replace(SourceRange(at: next), by: line)
  }

  /// Takes an entry out of a mapping that has others.
  package mutating func remove(_ entry: Node.Entry, from mapping: Node.Mapping) {
    let start = entry.key.range.start
    guard !isFlow(mapping) else {
      let before = mapping.entries.last { $0.end <= start }
      return removeFromFlow(SourceRange(start, entry.end), behind: before?.end)
    }
    let end = nextLine(behind: entry.end)
    let line = lineStart(of: start)
    if isBlank(line..<start) { return replace(SourceRange(line, end), by: "") }
    // The first key of an item stands behind its dash, and the next takes its place.
    let indentation = bytes[end...].prefix(start - line).prefix { $0 == space }.count
    replace(SourceRange(start, end + indentation), by: "")
  }

  /// Takes an item out of a list that has others.
  package mutating func remove(_ item: Node, from sequence: Node.Sequence) {
    let (start, end) = (item.range.start, item.range.end)
    guard !isFlow(sequence) else {
      let before = sequence.items.last { $0.range.end <= start }
      return removeFromFlow(item.range, behind: before?.range.end)
    }
    guard let dash = bytes[..<start].lastIndex(of: UInt8(ascii: "-")), isBlank((dash + 1)..<start) else { return }
    replace(SourceRange(lineStart(of: dash), nextLine(behind: end)), by: "")
  }

  /// With the comma behind it or, of the last one, with the comma before.
  private mutating func removeFromFlow(_ range: SourceRange, behind previous: Int?) {
    if let comma = comma(behind: range.end) {
      let gap = bytes[(comma + 1)...].prefix { $0 == space }.count
      return replace(SourceRange(range.start, comma + 1 + gap), by: "")
    }
    var start = range.start
    if let comma = previous.flatMap({ comma(behind: $0) }) {
      while start > comma + 1, bytes[start - 1] == space { start -= 1 }
      replace(SourceRange(comma, comma + 1), by: "")
    }
    replace(SourceRange(start, range.end), by: "")
  }
}

/// Lines and marks of the text.
extension SourceEdits {
  private var space: UInt8 { UInt8(ascii: " ") }

  private func isFlow(_ mapping: Node.Mapping) -> Bool { begins(mapping.range, with: UInt8(ascii: "{")) }

  private func isFlow(_ sequence: Node.Sequence) -> Bool { begins(sequence.range, with: UInt8(ascii: "[")) }

  private func begins(_ range: SourceRange, with mark: UInt8) -> Bool {
    range.start < bytes.count && bytes[range.start] == mark
  }

  private func isBlank(_ range: Range<Int>) -> Bool {
    bytes[range].allSatisfy { $0 == space || $0 == UInt8(ascii: "\t") || isBreak($0) }
  }

  /// The next comma, where nothing but blanks and comments is before it.
  private func comma(behind offset: Int) -> Int? {
    var offset = offset
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: ","): return offset
      case UInt8(ascii: "#"): offset = nextLine(behind: offset)
      case space, UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"): offset += 1
      default: return nil
      }
    }
    return nil
  }

  /// Where the line of an offset begins, behind a byte order mark if there is one.
  private func lineStart(of offset: Int) -> Int {
    let start = bytes[..<offset].lastIndex(where: isBreak).map { $0 + 1 } ?? 0
    return start == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : start
  }

  /// Where the line behind an offset begins; a block scalar ends there already.
  private func nextLine(behind offset: Int) -> Int {
    if offset > 0, isBreak(bytes[offset - 1]) { return offset }
    guard let end = bytes[offset...].firstIndex(where: isBreak) else { return bytes.count }
    let isPair = bytes[end] == UInt8(ascii: "\r") && bytes[(end + 1)...].first == UInt8(ascii: "\n")
    return end + (isPair ? 2 : 1)
  }

  private func endsLine(before offset: Int) -> Bool { offset > 0 && isBreak(bytes[offset - 1]) }

  /// The line break that stands before an offset; elsewhere, the one that the text has.
  private func lineBreak(before offset: Int) -> String {
    let line = endsLine(before: offset) ? bytes[..<offset] : bytes[...]
    guard let last = line.lastIndex(where: isBreak) else { return "\n" }
    guard bytes[last] == UInt8(ascii: "\n") else { return "\r" }
    return last > 0 && bytes[last - 1] == UInt8(ascii: "\r") ? "\r\n" : "\n"
  }

  private func isBreak(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
}

extension Node.Entry {
  /// Where the value ends or, where there is none, the key.
  fileprivate var end: Int { max(value.range.end, key.range.end) }
}
