/// The ways in which a text is written.
enum ScalarStyle {
  /// As it is, because every reader of YAML 1.1 and 1.2 takes it for the text that it is.
  case plain
  /// On one line in double quotes.
  case quoted
  /// As a literal block.
  case literal
}

extension ScalarStyle {
  /// The style that keeps a text both readable and what it is.
  init(of text: String) {
    let marks = ScalarMarks(in: text.utf8.span)
    if marks.contains(.unprintable) || marks.contains(.nonASCII) && hidesCharacters(text) {
      self = .quoted
    } else if marks.contains(.newline) {
      self = marks.isDisjoint(with: [.spaceAtLineEnd, .onlyNewlines]) ? .literal : .quoted
    } else if marks.contains(.notPlain) || marks.contains(.suspicious) && isTakenForAnotherType(text) {
      self = .quoted
    } else {
      self = .plain
    }
  }
}

/// Whether a text has characters beyond ASCII that nobody would see.
private func hidesCharacters(_ text: String) -> Bool {
  text.unicodeScalars.contains { !$0.isASCII && $0.isHidden }
}
