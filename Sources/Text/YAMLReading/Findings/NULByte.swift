internal import Diagnostics

extension FindingCode {
  static let nulByte = FindingCode(
    103, "nul-byte", .error,
    Explanation(
      meaning: "The text holds a NUL character.",
      harm: "Programs that are written in C would take the text to end there.",
      sources: ["https://yaml.org/spec/1.2.2/#51-character-set"],
      wrong: Explanation.Example(
        shown: "metadata: {name: exam\u{FFFD}ple}", bytes: Array("metadata: {name: exam\u{0}ple}".utf8)),
      right: "metadata: {name: example}"))
}

extension Finding {
  static func nulByte(at offset: Int) -> Finding {
    Finding(
      .nulByte, "there is a NUL character in the text", at: SourceRange(offset, offset + 1),
      help: "remove it; no name and no value may hold one")
  }
}
