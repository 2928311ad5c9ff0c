extension YAMLValue {
  /// The value as a JSON document (RFC 8259), ending in a line break.
  ///
  /// Two blanks a level and keys in their order; an array of nothing but single values stands on one line, so that a
  /// command reads as one.
  package var json: String {
    var writer = JSONWriter()
    writer.write(self, level: 0)
    return writer.text + "\n"
  }
}

private struct JSONWriter {
  var text = ""

  mutating func write(_ value: YAMLValue, level: Int) {
    switch value {
    case .string(let string): write(string)
    case .integer(let number): text += "\(number)"
    case .boolean(let flag): text += flag ? "true" : "false"
    case .null: text += "null"
    case .sequence(let items): write(items, level: level)
    case .mapping(let entries): write(entries, level: level)
    }
  }

  private mutating func write(_ items: [YAMLValue], level: Int) {
    let isOneLine = items.allSatisfy(\.isSingle)
    text += "["
    for (index, item) in items.enumerated() {
      if index > 0 { text += isOneLine ? ", " : "," }
      if !isOneLine { breakLine(level + 1) }
      write(item, level: level + 1)
    }
    if !isOneLine { breakLine(level) }
    text += "]"
  }

  private mutating func write(_ entries: [YAMLValue.Entry], level: Int) {
    text += "{"
    for (index, entry) in entries.enumerated() {
      if index > 0 { text += "," }
      breakLine(level + 1)
      write(entry.key)
      text += ": "
      write(entry.value, level: level + 1)
    }
    if !entries.isEmpty { breakLine(level) }
    text += "}"
  }

  /// RFC 8259, section 7.
  ///
  /// The line separators of Unicode are escaped for the sake of those who read JSON as JavaScript,
  /// as is all else that YAML cannot hold, so that the document is YAML, too.
  private mutating func write(_ string: String) {
    text += "\""
    if string.utf8.allSatisfy({ (0x20..<0x7F).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
      text += string
    } else {
      for scalar in string.unicodeScalars { write(scalar) }
    }
    text += "\""
  }

  private mutating func write(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": text += "\\\""
    case "\\": text += "\\\\"
    case "\n": text += "\\n"
    case "\t": text += "\\t"
    case "\r": text += "\\r"
    case _ where ScalarStyle.isPrintable(scalar) || scalar.value > 0xFFFF: text.unicodeScalars.append(scalar)
    default: text += "\\u" + String(scalar.value + 0x10000, radix: 16).suffix(4)
    }
  }

  private mutating func breakLine(_ level: Int) {
    text += "\n"
    for _ in 0..<level { text += "  " }
  }
}

extension YAMLValue {
  fileprivate var isSingle: Bool {
    switch self {
    case .sequence, .mapping: false
    default: true
    }
  }
}
