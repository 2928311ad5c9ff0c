/// Knows the plain scalars that some reader takes for something other than a text.
///
/// The types of YAML 1.1 (yaml.org/type), the core schema of YAML 1.2.2 (section 10.3), and what Go's readers, which
/// Kubernetes uses, add to both.
enum PlainResolution {
  /// Whether a reader takes the text for null, a Boolean, a number, a time, a merge key or a default value.
  static func isOther(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first else { return true }
    switch Unicode.Scalar(first) {
    case "0"..."9", "+", "-", ".": return isNumber(bytes[...]) || isTime(bytes)
    case "~": return bytes.count == 1
    case "=": return bytes.count == 1
    case "<": return bytes == Array("<<".utf8)
    case "y", "Y", "n", "N", "t", "T", "f", "F", "o", "O": return isWord(bytes)
    default: return false
    }
  }

  private static func isWord(_ bytes: [UInt8]) -> Bool {
    guard bytes.count <= 5 else { return false }
    switch String(decoding: bytes, as: UTF8.self).lowercased() {
    case "y", "yes", "n", "no", "true", "false", "on", "off", "null": return true
    default: return false
    }
  }

  private static func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    let isSigned = bytes.first == UInt8(ascii: "+") || bytes.first == UInt8(ascii: "-")
    let digits = isSigned ? bytes.dropFirst() : bytes
    return isSpecial(digits) || isPrefixed(digits) || isDecimal(digits) || isSexagesimal(digits)
  }

  /// `.inf` and `.nan`.
  private static func isSpecial(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count == 4 && [".inf", ".nan"].contains(String(decoding: bytes, as: UTF8.self).lowercased())
  }

  /// `0x1F`, `0o17`, `0b1`.
  private static func isPrefixed(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count > 2, bytes.first == UInt8(ascii: "0"), let mark = bytes.dropFirst().first else { return false }
    let digits = bytes.dropFirst(2)
    switch Unicode.Scalar(mark) {
    case "x", "X": return digits.allSatisfy { isDigit($0, radix: 16) || $0 == underscore }
    case "o", "O": return digits.allSatisfy { isDigit($0, radix: 8) || $0 == underscore }
    case "b", "B": return digits.allSatisfy { isDigit($0, radix: 2) || $0 == underscore }
    default: return false
    }
  }

  /// `1`, `017`, `1_000`, `1.5`, `.5`, `1.`, `1e3`, `1.5E-3`.
  private static func isDecimal(_ bytes: ArraySlice<UInt8>) -> Bool {
    let mantissa = bytes.prefix { isDigit($0, radix: 10) || $0 == underscore || $0 == point }
    guard mantissa.contains(where: { isDigit($0, radix: 10) }), mantissa.count(where: { $0 == point }) <= 1 else {
      return false
    }
    var exponent = bytes.dropFirst(mantissa.count)
    if exponent.isEmpty { return true }
    guard let letter = exponent.popFirst(), [UInt8(ascii: "e"), UInt8(ascii: "E")].contains(letter) else {
      return false
    }
    if let sign = exponent.first, [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(sign) { exponent.removeFirst() }
    return !exponent.isEmpty && exponent.allSatisfy { isDigit($0, radix: 10) }
  }

  /// `1:30` and `190:20:30.15`, which YAML 1.1 counts in sixties.
  private static func isSexagesimal(_ bytes: ArraySlice<UInt8>) -> Bool {
    let whole = bytes.prefix { $0 != point }
    let groups = whole.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard groups.count > 1, let first = groups.first, first.first.map({ isDigit($0, radix: 10) }) ?? false,
      first.allSatisfy({ isDigit($0, radix: 10) || $0 == underscore })
    else { return false }
    return groups.dropFirst().allSatisfy { group in
      (1...2).contains(group.count) && group.allSatisfy { isDigit($0, radix: 10) }
        && (group.count == 1 || group.first.map { $0 < UInt8(ascii: "6") } ?? false)
    } && bytes.dropFirst(whole.count + 1).allSatisfy { isDigit($0, radix: 10) || $0 == underscore }
  }

  /// `2001-12-14`, alone or with a time of day.
  private static func isTime(_ bytes: [UInt8]) -> Bool {
    let parts = bytes.split(separator: UInt8(ascii: "-"), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, (1...2).contains(parts[1].count) else { return false }
    let day = parts[2].prefix { isDigit($0, radix: 10) }
    let rest = parts[2].dropFirst(day.count).first
    return (parts[0] + parts[1]).allSatisfy { isDigit($0, radix: 10) } && (1...2).contains(day.count)
      && rest.map { ["T", "t", " "].contains(Unicode.Scalar($0)) } ?? true
  }

  private static func isDigit(_ byte: UInt8, radix: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39: byte - 0x30 < radix
    case 0x41...0x46, 0x61...0x66: radix == 16
    default: false
    }
  }

  private static let underscore = UInt8(ascii: "_")
  private static let point = UInt8(ascii: ".")
}
