internal import Diagnostics

extension FindingCode {
  static let nulByte = FindingCode(
    103, "nul-byte", .error, restsOn: [],
    Explanation(
      meaning: "The text holds a NUL character.",
      harm: "Programs that are written in C would take the text to end there.",
      sources: ["https://yaml.org/spec/1.2.2/#51-character-set"],
      wrong: Explanation.Example(
        shown: "metadata: {name: exam\u{FFFD}ple}", bytes: Array("metadata: {name: exam\u{0}ple}".utf8)),
      right: "metadata: {name: example}"))
}

extension Finding {
  static func nulByte(at offset: Int, _ bytes: [UInt8]) -> Finding {
    // In UTF-16, every other byte of a text of ASCII is one.
    let isUTF16 = bytes.prefix(256).count { $0 == 0 } * 4 > bytes.prefix(256).count
    return Finding(
      .nulByte, "there is a NUL character in the text", at: SourceRange(offset, offset + 1),
      help: isUTF16 ? "the file looks like UTF-16; save it as UTF-8" : "remove it; no name and no value may hold one")
  }
}
