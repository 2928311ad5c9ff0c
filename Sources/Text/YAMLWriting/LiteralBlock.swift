extension Text {
  /// Adds a text of several lines as a literal block (YAML 1.2.2, section 8.1.2), from the `|` to the last line's end.
  ///
  /// The text must be one that ``ScalarStyle`` finds fit for it.
  mutating func append(literal text: String, at column: Int) {
    self += "|"
    if needsIndentationIndicator(text) { self += "2" }
    self += chomping(text)
    self += "\n"
    append(lines: text, at: column)
  }

  /// Writes the lines, without spaces on those that are empty: the writer promises no space at the end of any line.
  private mutating func append(lines text: String, at column: Int) {
    let bytes = text.utf8
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
      if start < end { append(spaces: column) }
      self += text[start..<end]
      self += "\n"
      start = end < bytes.endIndex ? bytes.index(after: end) : end
    }
  }
}

/// Whether a reader could not tell how far the block is indented (YAML 1.2.2, section 8.1.1.1).
///
/// It takes the indentation of the first line with text for the block's, and libyaml stumbles over a tab there as well.
private func needsIndentationIndicator(_ text: String) -> Bool {
  let first = text.utf8.first { $0 != UInt8(ascii: "\n") }
  return first == UInt8(ascii: " ") || first == UInt8(ascii: "\t")
}

/// The indicator of what becomes of the newlines at the end (YAML 1.2.2, section 8.1.1.2): `-` for none, nothing for one, `+` for more.
private func chomping(_ text: String) -> String {
  if !text.utf8.reversed().starts(with: "\n".utf8) { return "-" }
  return text.utf8.reversed().starts(with: "\n\n".utf8) ? "+" : ""
}
