/// The offset of the first byte that is not part of valid UTF-8; `nil` where all is valid (RFC 3629, section 4).
func firstInvalidByte(of bytes: [UInt8]) -> Int? {
  var offset = 0
  while offset < bytes.count {
    if bytes[offset] < 0x80 {
      offset += 1
      continue
    }
    guard let length = sequenceLength(in: bytes, at: offset) else { return offset }
    offset += length
  }
  return nil
}

/// The length of the multi-byte sequence that starts here, if it is well formed.
private func sequenceLength(in bytes: [UInt8], at offset: Int) -> Int? {
  let second: ClosedRange<UInt8>
  let length: Int
  switch bytes[offset] {
  case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
  case 0xE0: (length, second) = (3, 0xA0...0xBF)
  case 0xE1...0xEC, 0xEE...0xEF: (length, second) = (3, 0x80...0xBF)
  case 0xED: (length, second) = (3, 0x80...0x9F)
  case 0xF0: (length, second) = (4, 0x90...0xBF)
  case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
  case 0xF4: (length, second) = (4, 0x80...0x8F)
  default: return nil
  }
  guard offset + length <= bytes.count, second.contains(bytes[offset + 1]) else { return nil }
  return bytes[(offset + 2)..<(offset + length)].allSatisfy { $0 & 0xC0 == 0x80 } ? length : nil
}
