package import Diagnostics

extension FindingCode {
  static let unknownWord = FindingCode(
    204, "unknown-word", .error, restsOn: [],
    Explanation(
      meaning: "A field that takes one of a few words has another one.",
      harm: "There is nothing that the word could stand for.",
      wrong: "controlPlane: {mode: multiprimary}",
      right: "controlPlane: {mode: multi-primary}"))
}

extension Finding {
  /// A word that is none of the few that a field takes.
  package static func unknownWord(_ word: String, for path: String, at range: SourceRange, words: [String]) -> Finding {
    let unquoted = word.withoutTypographicQuotes
    let meant =
      Vocabulary.word(for: word, in: path).flatMap { words.contains($0) ? $0 : nil }
      ?? nearest(to: unquoted, among: words) ?? words.filter { word.lowercased().hasPrefix($0.lowercased()) }.first
    let others = meant == nil ? Vocabulary.language.fields(taking: word, beside: path) : []
    let lead =
      meant.map { "did you mean `\($0)`? " }
      ?? (others.isEmpty ? "" : "it is a value of \(others.map { "`\($0)`" }.joined(separator: " and ")); ")
    return Finding(
      .unknownWord, "`\(path)` cannot be `\(word)`", at: range,
      help: "\(lead)\(others.isEmpty ? "it" : "`\(path)`") is one of \(listed(words))",
      fix: meant.map { Fix(range, $0) }, mistake: "\(Vocabulary.pattern(path)): \(word)",
      obscures: [Vocabulary.pattern(path)])
  }

  /// A word that is none of those that a field takes, which takes mappings, too.
  package static func unknownForm(
    _ word: String, for path: String, at range: SourceRange, forms: KeyValuePairs<String, String>
  ) -> Finding {
    let meant = nearest(to: word, among: forms.map(\.key))
    let form = forms.first { $0.key == meant }?.value
    return Finding(
      .unknownWord, "`\(path)` cannot be `\(word)`", at: range,
      help: form.map { "did you mean `\($0)`?" } ?? "it is one of \(listed(forms.map { "`\($0.value)`" }))",
      mistake: "\(Vocabulary.pattern(path)): \(word)", obscures: [Vocabulary.pattern(path)])
  }
}
