/// The SHA-256 digest of some bytes (FIPS 180-4), by which an index knows its files again.
///
/// It is written out here because the compiler is to build without swift-crypto, which brings BoringSSL along. Nothing
/// secret is ever hashed with it.
package struct SHA256Digest: Hashable, Sendable, CustomStringConvertible {
  private let words: [8 of UInt32]

  package init(of bytes: [UInt8]) {
    var state = SHA256State()
    var block = 0
    while block + 64 <= bytes.count {
      state.absorb(bytes.span.extracting(block..<(block + 64)))
      block += 64
    }
    let tail = Self.padded(bytes[block...], total: bytes.count)
    for start in stride(from: 0, to: tail.count, by: 64) { state.absorb(tail.span.extracting(start..<(start + 64))) }
    words = state.words
  }

  /// The digest that 64 hexadecimal digits stand for; `nil` for any other text.
  package init?(hexadecimal text: String) {
    let digits = Array(text.utf8).compactMap(\.hexadecimalValue)
    guard digits.count == 64, text.utf8.count == 64 else { return nil }
    words = .init { index in digits[(index * 8)..<(index * 8 + 8)].reduce(0) { $0 << 4 | UInt32($1) } }
  }

  /// 64 lower-case hexadecimal digits.
  package var description: String {
    words.indices.map { String(UInt64(words[$0]) | 1 << 32, radix: 16).dropFirst() }.joined()
  }

  /// FIPS 180-4, section 5.1.1: a one bit, zeros, and the length in bits at the end of the last block.
  private static func padded(_ rest: ArraySlice<UInt8>, total: Int) -> [UInt8] {
    var tail = Array(rest)
    tail.append(0x80)
    tail.append(contentsOf: repeatElement(0, count: (119 - rest.count) % 64))
    let length = UInt64(total) * 8
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      tail.append(UInt8(truncatingIfNeeded: length >> shift))
    }
    return tail
  }

  package static func == (left: SHA256Digest, right: SHA256Digest) -> Bool {
    left.words.indices.allSatisfy { left.words[$0] == right.words[$0] }
  }

  package func hash(into hasher: inout Hasher) {
    for index in words.indices { hasher.combine(words[index]) }
  }
}

extension UInt8 {
  fileprivate var hexadecimalValue: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x41 + 10
    case 0x61...0x66: self - 0x61 + 10
    default: nil
    }
  }
}
