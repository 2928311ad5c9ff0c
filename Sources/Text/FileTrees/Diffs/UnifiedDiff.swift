/// The differences of two texts as `diff -u` and `git` show them, and as `patch` reads them.
package struct UnifiedDiff: Equatable, Sendable {
  private static let context = 3

  /// The text of the diff; empty where the texts are equal.
  ///
  /// Bytes that are not UTF-8 are shown repaired.
  package let text: String

  /// Compares two texts line by line.
  ///
  /// - Parameters:
  ///   - old: The bytes before.
  ///   - oldName: What stands behind `---`: a path, or `/dev/null` for a file that is not there.
  ///   - new: The bytes after.
  ///   - newName: What stands behind `+++`.
  package init(from old: [UInt8], named oldName: String, to new: [UInt8], named newName: String) {
    let lines = (old: Self.lines(of: old), new: Self.lines(of: new))
    let edits = lineEdits(from: lines.old, to: lines.new)
    guard !edits.isEmpty else {
      text = ""
      return
    }
    let hunks = Self.grouped(edits).map { Self.hunk($0, lines.old, lines.new) }
    text = "--- \(oldName)\n+++ \(newName)\n" + hunks.joined()
  }

  /// The lines of a text, each with its line break, which only the last may lack.
  private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      lines.append(bytes[start...index])
      start = index + 1
    }
    return start < bytes.count ? lines + [bytes[start...]] : lines
  }

  /// Edits whose contexts touch, together.
  private static func grouped(_ edits: [LineEdit]) -> [[LineEdit]] {
    var groups: [[LineEdit]] = []
    for edit in edits {
      if let last = groups.last?.last, edit.old.lowerBound - last.old.upperBound <= 2 * context {
        groups[groups.count - 1].append(edit)
      } else {
        groups.append([edit])
      }
    }
    return groups
  }

  private static func hunk(
    _ edits: [LineEdit], _ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]
  ) -> String {
    guard let first = edits.first, let last = edits.last else { return "" }
    let before = min(context, first.old.lowerBound)
    let after = min(context, old.count - last.old.upperBound)
    let oldRange = (first.old.lowerBound - before)..<(last.old.upperBound + after)
    let newRange = (first.new.lowerBound - before)..<(last.new.upperBound + after)
    var text = "@@ -\(position(oldRange)) +\(position(newRange)) @@\n"
    var shown = oldRange.lowerBound
    for edit in edits {
      for line in old[shown..<edit.old.lowerBound] { append(" ", line, to: &text) }
      for line in old[edit.old] { append("-", line, to: &text) }
      for line in new[edit.new] { append("+", line, to: &text) }
      shown = edit.old.upperBound
    }
    for line in old[shown..<oldRange.upperBound] { append(" ", line, to: &text) }
    return text
  }

  /// Lines as a hunk's head counts them: from 1, the line before where there are none, the number only if not 1.
  private static func position(_ range: Range<Int>) -> String {
    let start = range.isEmpty ? range.lowerBound : range.lowerBound + 1
    return range.count == 1 ? "\(start)" : "\(start),\(range.count)"
  }

  private static func append(_ mark: String, _ line: ArraySlice<UInt8>, to text: inout String) {
    text += mark + String(decoding: line, as: UTF8.self)
    if line.last != UInt8(ascii: "\n") { text += "\n\\ No newline at end of file\n" }
  }
}
