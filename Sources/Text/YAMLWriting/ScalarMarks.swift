/// What one pass over the bytes of a text finds in it that bears on how it may be written.
struct ScalarMarks: OptionSet {
  let rawValue: UInt8

  /// A control character, which only an escape can show (YAML 1.2.2, section 5.1).
  static let unprintable = ScalarMarks(rawValue: 1)
  /// Characters that have to be looked at one by one.
  static let nonASCII = ScalarMarks(rawValue: 2)
  /// More than one line.
  static let newline = ScalarMarks(rawValue: 4)
  /// White space that editors remove and reviewers do not see.
  static let spaceAtLineEnd = ScalarMarks(rawValue: 8)
  /// No line with text, so that a literal block would have no indentation.
  static let onlyNewlines = ScalarMarks(rawValue: 16)
  /// An indicator, or white space, that a plain scalar may not have where it stands (YAML 1.2.2, section 7.3.3).
  static let notPlain = ScalarMarks(rawValue: 32)
  /// A first character that numbers, dates, Booleans and nulls begin with too.
  static let suspicious = ScalarMarks(rawValue: 64)
}

extension ScalarMarks {
  init(in bytes: borrowing Span<UInt8>) {
    self = ScalarMarks(ofBeginning: bytes)
    var previous = UInt8(ascii: "\n")
    var hasText = false
    for index in bytes.indices {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\n"):
        insert(.newline)
        if previous.isBlank { insert(.spaceAtLineEnd) }
      case UInt8(ascii: " "):
        if previous == UInt8(ascii: ":") { insert(.notPlain) }
      case UInt8(ascii: "#"):
        if previous == UInt8(ascii: " ") { insert(.notPlain) }
      case UInt8(ascii: "\t"): insert(.notPlain)
      case 0..<0x20, 0x7F: insert(.unprintable)
      case 0x80...: insert(.nonASCII)
      default: break
      }
      if byte != UInt8(ascii: "\n") { hasText = true }
      previous = byte
    }
    if previous.isBlank { formUnion([.notPlain, .spaceAtLineEnd]) }
    if previous == UInt8(ascii: ":") { insert(.notPlain) }
    if !hasText { insert(.onlyNewlines) }
  }

  /// What the first characters say.
  ///
  /// A colon may begin a plain scalar, but Ruby's reader takes `:name` for a symbol.
  private init(ofBeginning bytes: borrowing Span<UInt8>) {
    guard !bytes.isEmpty else {
      self = .notPlain
      return
    }
    switch bytes[0] {
    case UInt8(ascii: "-"), UInt8(ascii: "?"):
      let isAlone = bytes.count == 1 || bytes[1] == UInt8(ascii: " ")
      self = isAlone || isDocumentMark(bytes) ? .notPlain : .suspicious
    case UInt8(ascii: "."): self = isDocumentMark(bytes) ? .notPlain : .suspicious
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: "<"),
      UInt8(ascii: "y"), UInt8(ascii: "Y"), UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "t"), UInt8(ascii: "T"),
      UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "o"), UInt8(ascii: "O"), UInt8(ascii: "~"):
      self = .suspicious
    case UInt8(ascii: " "), UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"),
      UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "%"),
      UInt8(ascii: "@"), UInt8(ascii: "`"):
      self = .notPlain
    default: self = []
    }
  }
}

/// Whether a text begins as a line between documents does (YAML 1.2.2, section 9.1.2).
private func isDocumentMark(_ bytes: borrowing Span<UInt8>) -> Bool {
  guard bytes.count >= 3 else { return false }
  let first = bytes[0]
  return (first == UInt8(ascii: "-") || first == UInt8(ascii: ".")) && bytes[1] == first && bytes[2] == first
}

extension UInt8 {
  /// Whether this is a space or a tab.
  fileprivate var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
}
