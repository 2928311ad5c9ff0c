internal import Diagnostics

extension FindingCode {
  static let notUTF8 = FindingCode(
    102, "not-utf-8", .error, restsOn: [],
    Explanation(
      meaning: "The text holds a byte that is not part of a character in UTF-8.",
      harm: "Another encoding would be read as other names than the ones that were meant.",
      sources: ["RFC 3629, section 4"],
      wrong: Explanation.Example(
        shown: "metadata: {name: example}  # K\u{FFFD}ln, in ISO 8859-1",
        bytes: Array("metadata: {name: example}  # K".utf8) + [0xF6] + Array("ln, in ISO 8859-1".utf8)),
      right: "metadata: {name: example}  # Köln, in UTF-8"))
}

extension Finding {
  static func notUTF8(at offset: Int, _ bytes: [UInt8]) -> Finding {
    let digits = String(bytes[offset], radix: 16, uppercase: true)
    let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    return Finding(
      .notUTF8, "the byte 0x\(digits) is not UTF-8", at: SourceRange(offset, offset + 1),
      help: isUTF16 ? "the file begins like UTF-16; save it as UTF-8" : "save the file as UTF-8")
  }
}
