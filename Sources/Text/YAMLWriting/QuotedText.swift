/// The languages that a text in double quotes is written for.
///
/// They share all escapes that are used here but one.
enum QuotingLanguage {
  case yaml
  case json
}

extension Text {
  /// Adds a text in double quotes, with the escapes of RFC 8259, section 7, which YAML has too (1.2.2, section 5.7).
  mutating func append(quoted text: String, as language: QuotingLanguage) {
    self += "\""
    if text.utf8.allSatisfy(needsNoEscape) {
      self += text
    } else {
      append(escaped: text, as: language)
    }
    self += "\""
  }

  /// Copies what may stand, run by run, and writes an escape for each character between the runs.
  private mutating func append(escaped text: String, as language: QuotingLanguage) {
    let scalars = text.unicodeScalars
    var runStart = scalars.startIndex
    for index in scalars.indices {
      let scalar = scalars[index]
      guard scalar == "\"" || scalar == "\\" || scalar.isHidden else { continue }
      self += text[runStart..<index]
      append(escapeOf: scalar, as: language)
      runStart = scalars.index(after: index)
    }
    self += text[runStart...]
  }

  private mutating func append(escapeOf scalar: Unicode.Scalar, as language: QuotingLanguage) {
    switch scalar {
    case "\"": self += "\\\""
    case "\\": self += "\\\\"
    case "\u{8}": self += "\\b"
    case "\t": self += "\\t"
    case "\n": self += "\\n"
    case "\u{C}": self += "\\f"
    case "\r": self += "\\r"
    default: append(numberOf: scalar, as: language)
    }
  }

  /// Beyond U+FFFF, JSON has only the pair of UTF-16, and YAML only the eight digits.
  private mutating func append(numberOf scalar: Unicode.Scalar, as language: QuotingLanguage) {
    if scalar.value > 0xFFFF && language == .yaml {
      self += "\\U"
      append(hexadecimal: scalar.value, digits: 8)
    } else {
      for unit in String(scalar).utf16 {
        self += "\\u"
        append(hexadecimal: UInt32(unit), digits: 4)
      }
    }
  }

  private mutating func append(hexadecimal number: UInt32, digits: Int) {
    let text = String(number, radix: 16, uppercase: true)
    self += String(repeating: "0", count: digits - text.utf8.count) + text
  }
}

private func needsNoEscape(_ byte: UInt8) -> Bool {
  0x20..<0x7F ~= byte && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
}
