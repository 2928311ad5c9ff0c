extension Finding {
  /// A finding about a word that is none of those that there are: the nearest of them was probably meant, and mends it.
  ///
  /// The same word in several places is one mistake.
  ///
  /// - Parameters:
  ///   - code: The code.
  ///   - message: What is wrong.
  ///   - word: The word.
  ///   - range: Where it stands.
  ///   - known: The words that there are.
  ///   - path: Where the topology says which there are: `clusters[].name`.
  ///   - notes: Further places.
  ///   - help: What would be right, where none of them is near.
  package init(
    _ code: FindingCode, _ message: String, misspelt word: String, at range: SourceRange,
    among known: some Sequence<String>, naming path: String? = nil, notes: [Annotation] = [], otherwise help: String
  ) {
    let meant = nearest(to: word, among: known)
    self.init(
      code, message, at: range, notes: notes, help: meant.map { "did you mean `\($0)`?" } ?? help,
      fix: meant.map { Fix(range, $0) }, mistake: "\(path ?? code.name): \(word)", obscures: path.map { [$0] } ?? [])
  }
}
