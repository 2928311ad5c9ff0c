/// Texts of others as parts of a page (GitHub Flavored Markdown): whatever they hold, they stay where they are put.
package enum Markdown {
  /// A text as it reads, in which nothing is markup.
  ///
  /// Quotation marks and brackets of HTML are entities, and so is what cannot be seen; a line break is a space.
  package static func text(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "\n", "\r", "\t": " "
      case "<": "&lt;"
      case ">": "&gt;"
      case "&": "&amp;"
      case "|": "&#124;"
      case "\\", "`", "*", "_", "[", "]", "~", "#", "!", "$": "\\\(scalar)"
      case "@": "&#64;"
      default: scalar.isHidden ? "\u{FFFD}" : String(scalar)
      }
    }.joined()
  }

  /// A text that is typed or read as it is: a command, a name, a file.
  ///
  /// A code span has no escapes: what is in it must not hold its quotation mark, and in a table no pipe, not even in
  /// code. Where that cannot be, it is HTML.
  package static func code(_ text: String, inTable: Bool = false) -> String {
    let text = text.isEmpty ? " " : visible(text)
    guard !inTable || !text.contains("|") else { return "<code>\(entities(text))</code>" }
    let longest = text.split(whereSeparator: { $0 != "`" }).map(\.count).max() ?? 0
    let quote = String(repeating: "`", count: longest + 1)
    return longest == 0 ? "`\(text)`" : "\(quote) \(text) \(quote)"
  }

  /// A command behind an item of a list: in its line, or as a block where it has several.
  package static func command(_ text: String, indented indent: String) -> String {
    guard text.contains("\n") else { return indent + code(text) }
    let longest = text.split(whereSeparator: { $0 != "`" }).map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    let lines =
      [fence + "sh"] + text.split(separator: "\n", omittingEmptySubsequences: false).map { visible(String($0)) }
    return "\n" + (lines + [fence]).map { $0.isEmpty ? "" : indent + $0 }.joined(separator: "\n")
  }

  /// A sentence of ours, in which names stand between backquotes.
  package static func sentence(_ sentence: String, inTable: Bool = false) -> String {
    let parts = sentence.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
    guard !parts.count.isMultiple(of: 2) else { return text(sentence) }
    return parts.enumerated().map { $0.isMultiple(of: 2) ? text($1) : code($1, inTable: inTable) }.joined()
  }

  /// The text with a space for a line break, and a mark for what cannot be seen.
  private static func visible(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      if scalar == "\n" || scalar == "\r" || scalar == "\t" { return " " }
      return scalar.isHidden ? "\u{FFFD}" : String(scalar)
    }.joined()
  }

  private static func entities(_ text: String) -> String {
    text.unicodeScalars.map { "<>&|\\`*_[]~#!$@".unicodeScalars.contains($0) ? "&#\($0.value);" : String($0) }.joined()
  }

  /// A link to a file of the output.
  package static func link(_ text: String, to path: String) -> String {
    let target = path.utf8.map { byte in
      isPlain(byte) ? String(UnicodeScalar(byte)) : "%" + hexadecimal(byte)
    }.joined()
    return "[\(Self.text(text))](\(target))"
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F: true
    default: false
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "0" + digits : digits
  }

  /// A table; its cells are Markdown, made by the functions above.
  package static func table(_ head: [String], _ rows: [[String]]) -> String {
    ([head, head.map { _ in "---" }] + rows).map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
  }
}

extension Unicode.Scalar {
  /// Whether nobody sees the character, or it changes the order in which others are seen.
  fileprivate var isHidden: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: true
    default: false
    }
  }
}
