/// Finds the byte at which a character stands: libyaml counts characters (Unicode scalars), places are bytes.
struct CharacterOffsets {
  private let bytes: [UInt8]
  /// The offset of every 128th character; empty for a text of ASCII alone, where both counts agree.
  private let landmarks: [Int]

  private static let stride = 128

  /// Prepares for a text that is known to be valid UTF-8.
  init(of bytes: [UInt8]) {
    self.bytes = bytes
    guard bytes.contains(where: { $0 >= 0x80 }) else {
      landmarks = []
      return
    }
    var landmarks: [Int] = []
    var count = 0
    for (offset, byte) in bytes.enumerated() where !Self.isContinuation(byte) {
      if count % Self.stride == 0 { landmarks.append(offset) }
      count += 1
    }
    self.landmarks = landmarks
  }

  /// The offset of a character's first byte; the end of the text for an index behind it.
  func byte(ofCharacter index: Int) -> Int {
    guard !landmarks.isEmpty else { return min(index, bytes.count) }
    guard index / Self.stride < landmarks.count else { return bytes.count }
    var offset = landmarks[index / Self.stride]
    for _ in 0..<(index % Self.stride) {
      offset += 1
      while offset < bytes.count, Self.isContinuation(bytes[offset]) { offset += 1 }
    }
    return min(offset, bytes.count)
  }

  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
