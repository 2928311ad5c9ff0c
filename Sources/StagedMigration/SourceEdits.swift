internal import Diagnostics
internal import YAMLReading

/// Changes of a text, each of one stretch; what lies between stays as it was written, comments and all.
///
/// Keys are added and removed in whichever style a mapping has, block or flow.
struct SourceEdits {
  let bytes: [UInt8]
  private var edits: [(range: SourceRange, text: String)] = []

  init(of bytes: [UInt8]) { self.bytes = bytes }

  /// The text with all changes made.
  var result: [UInt8] {
    var result: [UInt8] = []
    var end = 0
    for edit in edits.enumerated().sorted(by: { ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset) }) {
      let (range, text) = edit.element
      result += bytes[end..<max(end, range.start)] + text.utf8
      end = max(end, range.end)
    }
    return result + bytes[end...]
  }

  mutating func replace(_ range: SourceRange, by text: String) { edits.append((range, text)) }

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
  mutating func remove(_ entry: Node.Entry, from mapping: Node.Mapping) {
    if isFlow(mapping) { return removeFromFlow(entry, mapping) }
    let (start, end) = (entry.key.range.start, nextLine(behind: entry.end))
    let line = lineStart(of: start)
    if bytes[line..<start].allSatisfy({ $0 == space }) { return replace(SourceRange(line, end), by: "") }
    // The first key of an item stands behind its dash, and the next takes its place.
    let indentation = bytes[end...].prefix(start - line).prefix { $0 == space }.count
    replace(SourceRange(start, end + indentation), by: "")
  }

  /// With the comma behind it or, of the last one, with the comma before.
  private mutating func removeFromFlow(_ entry: Node.Entry, _ mapping: Node.Mapping) {
    if let comma = comma(behind: entry.end) {
      let gap = bytes[(comma + 1)...].prefix { $0 == space }.count
      return replace(SourceRange(entry.key.range.start, comma + 1 + gap), by: "")
    }
    let index = mapping.entries.firstIndex { $0.key.range == entry.key.range } ?? 0
    var start = entry.key.range.start
    if index > 0, let comma = comma(behind: mapping.entries[index - 1].end) {
      while start > comma + 1, bytes[start - 1] == space { start -= 1 }
      replace(SourceRange(comma, comma + 1), by: "")
    }
    replace(SourceRange(start, entry.end), by: "")
  }
}

/// Lines and marks of the text.
extension SourceEdits {
  private var space: UInt8 { UInt8(ascii: " ") }

  private func isFlow(_ mapping: Node.Mapping) -> Bool {
    mapping.range.start < bytes.count && bytes[mapping.range.start] == UInt8(ascii: "{")
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
