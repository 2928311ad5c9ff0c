internal import Diagnostics

extension FindingCode {
  static let tooLarge = FindingCode(
    104, "too-large", .error, restsOn: [],
    Explanation(
      meaning: "The text is larger than 16 MiB.",
      harm: "A mesh of a thousand clusters takes less than one; a larger file is some other file.",
      wrong: Explanation.Example(
        shown: "# 17 MiB of comments", bytes: [UInt8](repeating: UInt8(ascii: "#"), count: 17 << 20)),
      right: "metadata: {name: example}"))
}

extension Finding {
  static func tooLarge(_ count: Int, limit: Int) -> Finding {
    Finding(
      .tooLarge, "the text has \(count) bytes; a topology may have \(limit) at most", at: SourceRange(at: 0),
      help: "is this the right file?")
  }
}
