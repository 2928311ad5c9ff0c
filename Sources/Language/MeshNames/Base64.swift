/// Base64 (RFC 4648, section 4).
package enum Base64 {
  /// What a digit stands for; `nil` where the byte is none.
  package static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): digit - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): digit - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }

  /// The bytes that digits stand for, without what is left over at the end; bytes that are no digits are passed over.
  package static func decoded(_ digits: some Sequence<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var (buffer, bits) = (UInt32(0), 0)
    for value in digits.lazy.compactMap(value) {
      buffer = (buffer << 6 | UInt32(value)) & 0xFFFFFF
      bits += 6
      guard bits >= 8 else { continue }
      bits -= 8
      bytes.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
    }
    return bytes
  }

  /// Whether a text is all digits, whole groups of four, with the padding that they need.
  package static func isWhole(_ text: some Collection<UInt8>) -> Bool {
    let digits = text.prefix { $0 != UInt8(ascii: "=") }
    let padding = text.dropFirst(digits.count)
    return text.count.isMultiple(of: 4) && !digits.isEmpty && padding.count <= 2
      && padding.allSatisfy { $0 == UInt8(ascii: "=") } && digits.allSatisfy { value(of: $0) != nil }
  }
}
