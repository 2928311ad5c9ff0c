package import Diagnostics

extension FindingCode {
  static let unknownWord = FindingCode(
    204, "unknown-word", .error,
    Explanation(
      meaning: "A field that takes one of a few words has another one.",
      harm: "There is nothing that the word could stand for.",
      wrong: "controlPlane: {mode: multiprimary}",
      right: "controlPlane: {mode: multi-primary}"))
}

extension Finding {
  /// A word that is none of the few that a field takes.
  package static func unknownWord(_ word: String, for path: String, at range: SourceRange, words: [String]) -> Finding {
    let meant = nearest(to: word, among: words)
    return Finding(
      .unknownWord, "`\(path)` cannot be `\(word)`", at: range,
      help: "\(meant.map { "did you mean `\($0)`? " } ?? "")it is one of \(listed(words))",
      fix: meant.map { Fix(range, $0) })
  }
}
