/// Decides how a text stands on one line: plain wherever every reader takes it for this text, in quotes elsewhere.
enum ScalarStyle {
  /// The text as a scalar of one line.
  static func oneLine(_ text: String) -> String {
    isPlain(text) ? text : quoted(text)
  }

  /// Whether readers of YAML 1.1 and of 1.2 take the text, without quotes in a block, for itself.
  static func isPlain(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, let last = bytes.last, canBegin(first, next: bytes.dropFirst().first) else {
      return false
    }
    guard last != space, last != colon, !text.hasPrefix("---"), !text.hasPrefix("..."), hasNoIndicator(bytes) else {
      return false
    }
    return !PlainResolution.isOther(bytes)
      && (bytes.allSatisfy { (0x20..<0x7F).contains($0) } || text.unicodeScalars.allSatisfy(isPrintable))
  }

  /// YAML 1.2.2, section 7.3.3: no indicator begins a plain scalar, but `-`, `?` and `:` do if no blank follows.
  private static func canBegin(_ first: UInt8, next: UInt8?) -> Bool {
    switch Unicode.Scalar(first) {
    case " ", ",", "[", "]", "{", "}", "#", "&", "*", "!", "|", ">", "'", "\"", "%", "@", "`": false
    case "-", "?", ":": next.map { $0 != space } ?? false
    default: true
    }
  }

  /// `: ` would end a key, and ` #` begin a comment.
  private static func hasNoIndicator(_ bytes: [UInt8]) -> Bool {
    var before: UInt8 = 0
    for byte in bytes {
      if byte == space, before == colon { return false }
      if byte == UInt8(ascii: "#"), before == space { return false }
      before = byte
    }
    return true
  }

  /// Whether a character may stand as it is: printable (YAML 1.2.2, section 5.1), and no line break of YAML 1.1.
  static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFDCF, 0xFDF0...0xFEFE, 0xFF00...0xFFFD: true
    case 0x10000...: scalar.value & 0xFFFE != 0xFFFE
    default: false
    }
  }

  /// The text in double quotes (YAML 1.2.2, section 7.3.1).
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\r": quoted += "\\r"
      case _ where isPrintable(scalar): quoted.unicodeScalars.append(scalar)
      default: quoted += escape(scalar.value)
      }
    }
    return quoted + "\""
  }

  private static func escape(_ value: UInt32) -> String {
    let (letter, width) = value <= 0xFF ? ("x", 2) : value <= 0xFFFF ? ("u", 4) : ("U", 8)
    let digits = String(value, radix: 16, uppercase: true)
    return "\\\(letter)" + String(repeating: "0", count: width - digits.count) + digits
  }

  private static let space = UInt8(ascii: " ")
  private static let colon = UInt8(ascii: ":")
}
