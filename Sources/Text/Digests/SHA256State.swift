/// The hash value between two blocks, with the names of FIPS 180-4, section 6.2.
struct SHA256State {
  /// The hash value, at first the one of section 5.3.3.
  private(set) var words: SIMD8<UInt32> = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]

  /// Takes in whole blocks of 64 bytes.
  mutating func absorb(_ blocks: borrowing Span<UInt8>) {
    let constants = roundConstants()
    for start in stride(from: 0, to: blocks.count, by: 64) {
      compress(MessageSchedule(blocks.extracting(start..<start + 64)), constants.span)
    }
  }

  /// Section 6.2.2, steps 2 to 4, eight rounds at a time, so that they are unrolled.
  private mutating func compress(_ first: MessageSchedule, _ constants: borrowing Span<UInt32>) {
    var schedule = first
    var variables = WorkingVariables(words)
    for start in stride(from: 0, to: 64, by: 8) {
      if start >= 16 { schedule.advance(start & 8) }
      for t in 0..<8 {
        variables.round(constants[start &+ t] &+ schedule.words[start & 8 &+ t])
      }
    }
    words &+= variables.words
  }
}

/// The working variables of section 6.2.2.
private struct WorkingVariables {
  private var (a, b, c, d): (UInt32, UInt32, UInt32, UInt32)
  private var (e, f, g, h): (UInt32, UInt32, UInt32, UInt32)

  var words: SIMD8<UInt32> { [a, b, c, d, e, f, g, h] }

  init(_ words: SIMD8<UInt32>) {
    (a, b, c, d) = (words[0], words[1], words[2], words[3])
    (e, f, g, h) = (words[4], words[5], words[6], words[7])
  }

  /// Step 3, with the constant and the word of the schedule added up.
  @inline(__always)
  mutating func round(_ input: UInt32) {
    let first = h &+ bigSigma1(e) &+ (g ^ e & (f ^ g)) &+ input
    let second = bigSigma0(a) &+ (a & b | c & (a | b))
    (h, g, f, e) = (g, f, e, d &+ first)
    (d, c, b, a) = (c, b, a, first &+ second)
  }
}

/// The words of section 6.2.2, step 1, of which the last sixteen are all that the next ones need.
private struct MessageSchedule {
  private(set) var words = [16 of UInt32](repeating: 0)

  init(_ block: borrowing Span<UInt8>) {
    for t in 0..<16 {
      words[t] =
        UInt32(block[4 &* t]) << 24 | UInt32(block[4 &* t &+ 1]) << 16 | UInt32(block[4 &* t &+ 2]) << 8
        | UInt32(block[4 &* t &+ 3])
    }
  }

  /// Replaces eight words, from the first or the ninth on, by those that come sixteen rounds later.
  mutating func advance(_ start: Int) {
    for t in start..<start &+ 8 {
      words[t & 15] &+=
        smallSigma1(words[(t &+ 14) & 15]) &+ words[(t &+ 9) & 15] &+ smallSigma0(words[(t &+ 1) & 15])
    }
  }
}

// The functions of section 4.1.2.
private func bigSigma0(_ x: UInt32) -> UInt32 { rotated(x, 2) ^ rotated(x, 13) ^ rotated(x, 22) }
private func bigSigma1(_ x: UInt32) -> UInt32 { rotated(x, 6) ^ rotated(x, 11) ^ rotated(x, 25) }
private func smallSigma0(_ x: UInt32) -> UInt32 { rotated(x, 7) ^ rotated(x, 18) ^ x >> 3 }
private func smallSigma1(_ x: UInt32) -> UInt32 { rotated(x, 17) ^ rotated(x, 19) ^ x >> 10 }

private func rotated(_ x: UInt32, _ count: UInt32) -> UInt32 { x &>> count | x &<< (32 &- count) }

/// The constants of section 4.2.2: the first 32 bits of the fractional parts of the first 64 primes' cube roots.
private func roundConstants() -> [64 of UInt32] {
  [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]
}
