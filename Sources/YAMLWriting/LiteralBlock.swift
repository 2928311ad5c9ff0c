/// A text of several lines as a literal block (YAML 1.2.2, section 8.1.2).
///
/// There is none for a text that would need an indentation indicator, ends in more than one line break, or holds a
/// character that a block cannot show: such texts are written in quotes.
struct LiteralBlock {
  /// `|` for a text that ends in a line break, `|-` for one that does not.
  let header: String
  let lines: [Substring]

  init?(_ text: String) {
    guard text.utf8.contains(UInt8(ascii: "\n")), let first = text.unicodeScalars.first,
      !["\n", " ", "\t"].contains(first), !text.hasSuffix("\n\n")
    else { return nil }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.allSatisfy(Self.canStand) else { return nil }
    let endsInBreak = lines.last?.isEmpty ?? false
    header = endsInBreak ? "|" : "|-"
    self.lines = endsInBreak ? lines.dropLast() : lines
  }

  /// Blanks at the end of a line, or a tab at its beginning, would be lost on whoever reads the file.
  private static func canStand(_ line: Substring) -> Bool {
    let scalars = line.unicodeScalars
    if let last = scalars.last, [" ", "\t"].contains(last) { return false }
    return scalars.first != "\t" && scalars.allSatisfy { $0 == "\t" || ScalarStyle.isPrintable($0) }
  }
}
