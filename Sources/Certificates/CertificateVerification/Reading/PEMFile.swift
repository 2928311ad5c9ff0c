internal import MeshNames

/// A file of PEM blocks (RFC 7468), of which only certificates and requests are ever decoded.
struct PEMFile: Sendable {
  let name: String
  private(set) var blocks: [Block] = []
  /// The first line of text that is in no block.
  private(set) var strayLine: Int?

  struct Block: Sendable {
    let label: String
    /// The line of `-----BEGIN`, from 1.
    let line: Int
    /// What the block holds; `nil` where that cannot be decoded, and for private keys, which nobody decodes.
    let bytes: [UInt8]?

    var isPrivateKey: Bool { label.hasSuffix("PRIVATE KEY") }
  }

  init(_ name: String, _ bytes: [UInt8]) {
    self.name = name
    var open: (label: String, line: Int, text: [UInt8])?
    for (index, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
      let text = String(decoding: line, as: UTF8.self).trimmed
      if let label = text.between("-----BEGIN ", "-----"), label.isLabel {
        if open != nil { strayLine = strayLine ?? index + 1 }
        open = (label, index + 1, [])
      } else if let current = open {
        if text == "-----END \(current.label)-----" {
          blocks.append(Block(current.label, current.line, current.text))
          open = nil
        } else if !current.label.hasSuffix("PRIVATE KEY") {
          open?.text += Array(text.utf8)
        }
      } else if !text.isEmpty {
        strayLine = strayLine ?? index + 1
      }
    }
    if let open { blocks.append(Block(label: open.label, line: open.line, bytes: nil)) }
  }
}

extension PEMFile.Block {
  fileprivate init(_ label: String, _ line: Int, _ text: [UInt8]) {
    self.init(
      label: label, line: line,
      bytes: !label.hasSuffix("PRIVATE KEY") && Base64.isWhole(text) ? Base64.decoded(text) : nil)
  }
}

extension String {
  /// The line without blanks behind it; OpenSSL reads no block whose lines begin with one, and neither is one read here.
  fileprivate var trimmed: String {
    var text = self[...]
    while let last = text.unicodeScalars.last, " \t\r".unicodeScalars.contains(last) {
      text.unicodeScalars.removeLast()
    }
    return String(text)
  }

  /// Whether a block can be called so: a line of another kind of break is a whole file (RFC 7468, section 3).
  fileprivate var isLabel: Bool {
    utf8.count <= 64 && utf8.allSatisfy { $0 == 0x20 || (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
  }

  fileprivate func between(_ start: String, _ end: String) -> String? {
    guard hasPrefix(start), hasSuffix(end), utf8.count >= start.utf8.count + end.utf8.count else { return nil }
    return String(dropFirst(start.count).dropLast(end.count))
  }
}
