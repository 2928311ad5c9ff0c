/// A text that grows at its end, byte by byte.
///
/// Most pieces of a document are a few bytes long, which an array takes up faster than a string does.
struct Text {
  private var bytes: [UInt8] = []

  var isEmpty: Bool { bytes.isEmpty }

  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Adds a piece.
  @inline(__always)
  static func += (text: inout Text, piece: String) { text.bytes.append(contentsOf: piece.utf8) }

  static func += (text: inout Text, piece: Substring) { text.bytes.append(contentsOf: piece.utf8) }

  /// Adds as many spaces as a line is indented by.
  mutating func append(spaces count: Int) {
    for _ in 0..<count { bytes.append(UInt8(ascii: " ")) }
  }
}
