package import Diagnostics
package import MeshNames

extension FindingCode {
  static let invalidValue = FindingCode(
    205, "invalid-value", .error, restsOn: [],
    Explanation(
      meaning: "A value is not what the field takes: a name, an address, a range of addresses, a version, a lifetime.",
      harm: """
        Each value is checked as what it becomes. An API server would refuse this one, or a gateway would never be \
        reached, after half of the mesh is up.
        """,
      sources: ["https://kubernetes.io/docs/concepts/overview/working-with-objects/names/"],
      wrong: """
        clusters:
          - {name: Cluster_1, network: network1, apiServer: "https://api.one.example.com:6443"}
          - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
        """,
      right: """
        clusters:
          - {name: cluster-1, network: network1, apiServer: "https://api.one.example.com:6443"}
          - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
        """))
}

extension Finding {
  /// A value that is not what its field takes.
  package static func misfit(_ text: String, for path: String, _ misfit: Misfit, at range: SourceRange) -> Finding {
    let bare = text.withoutTypographicQuotes
    if bare != text {
      return Finding(
        .invalidValue, "`\(path)` cannot be `\(text)`: its quotes are typographic ones", at: range,
        help: "YAML's are `\"` and `'`", fix: Fix(range, "\"\(bare)\""),
        mistake: "\(Vocabulary.pattern(path)): \(text)",
        obscures: [Vocabulary.pattern(path)])
    }
    let shown = text.count > 72 ? "\(text.prefix(64))…" : text
    return Finding(
      .invalidValue, text.isEmpty ? "`\(path)` is empty" : "`\(path)` cannot be `\(shown)`: it \(misfit.problem)",
      at: range,
      help: "it takes \(misfit.expected)", fix: misfit.suggestion.map { Fix(range, $0) },
      mistake: "\(Vocabulary.pattern(path)): \(text)", obscures: [Vocabulary.pattern(path)])
  }
}

extension String {
  /// The text without the quotes that word processors and chats put in the place of YAML's.
  var withoutTypographicQuotes: String {
    let quotes: Set<Character> = [
      "\u{201C}", "\u{201D}", "\u{201E}", "\u{2018}", "\u{2019}", "\u{201A}", "\u{AB}", "\u{BB}",
    ]
    guard let first, let last, count > 1, quotes.contains(first), quotes.contains(last) else { return self }
    return String(dropFirst().dropLast())
  }
}
