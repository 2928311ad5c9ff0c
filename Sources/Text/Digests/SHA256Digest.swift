/// The SHA-256 digest of some bytes.
///
/// It is written here in plain Swift because the compiler must build without swift-crypto, and with nothing fetched.
package struct SHA256Digest: Hashable, Sendable {
  private let words: SIMD8<UInt32>

  package init(of bytes: [UInt8]) {
    var state = SHA256State()
    let wholeBlocks = bytes.count & ~63
    state.absorb(bytes.span.extracting(first: wholeBlocks))
    state.absorb(finalBlocks(of: bytes[wholeBlocks...], length: bytes.count).span)
    words = state.words
  }
}

/// The bytes that fill no block, a one bit, zeros, and the length in bits (FIPS 180-4, section 5.1.1).
private func finalBlocks(of rest: ArraySlice<UInt8>, length: Int) -> [UInt8] {
  var blocks = Array(rest) + [0x80]
  blocks += repeatElement(0, count: (120 - blocks.count % 64) % 64)
  let bits = UInt64(length) * 8
  for shift in stride(from: 56, through: 0, by: -8) { blocks.append(UInt8(truncatingIfNeeded: bits >> shift)) }
  return blocks
}

extension SHA256Digest: CustomStringConvertible {
  /// The digest as `sha256sum` writes it: 64 hexadecimal digits in lower case.
  package var description: String {
    words.indices.map { index in
      let digits = String(words[index], radix: 16)
      return String(repeating: "0", count: 8 - digits.utf8.count) + digits
    }.joined()
  }

  /// The digest that a text of 64 hexadecimal digits stands for; `nil` where the text is anything else.
  package init?(hexadecimal text: String) {
    guard text.utf8.count == 64 else { return nil }
    var words = SIMD8<UInt32>()
    for (place, byte) in text.utf8.enumerated() {
      guard let digit = hexadecimalDigit(byte) else { return nil }
      words[place / 8] = words[place / 8] << 4 | digit
    }
    self.words = words
  }
}

private func hexadecimalDigit(_ byte: UInt8) -> UInt32? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
  case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
  default: nil
  }
}
