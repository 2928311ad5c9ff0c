internal import Diagnostics

extension FindingCode {
  static let unknownKey = FindingCode(
    201, "unknown-key", .error,
    Explanation(
      meaning: "A mapping has a key that the language does not have at this place.",
      harm: "A key that is only nearly right would be ignored, and the mesh would come up as if it were not there.",
      wrong: """
        clusters:
          - {name: cluster1, netwrok: network1, apiServer: "https://api.one.example.com:6443"}
          - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
        """,
      right: """
        clusters:
          - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
          - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
        """))
}

extension Finding {
  /// A key that is only misspelt, or that the language calls something else.
  static func unknownKey(_ key: String, in path: String, at range: SourceRange, meant: String) -> Finding {
    unknownKey(key, in: path, at: range, help: "did you mean `\(meant)`?", fix: Fix(range, meant))
  }

  /// A key of which nobody can tell what is meant.
  static func unknownKey(_ key: String, in path: String, at range: SourceRange, known: [String]) -> Finding {
    unknownKey(key, in: path, at: range, help: "the keys here are \(listed(known.sorted(), most: 24))")
  }

  /// A key that belongs to another part of the topology.
  static func misplacedKey(_ key: String, in path: String, at range: SourceRange, places: [String]) -> Finding {
    let shared = places.filter { path.isEmpty && $0.hasPrefix("clusters[].") }.map { "defaults." + $0.dropFirst(11) }
    let isShared = path.hasPrefix("defaults")
    let names = (places + shared).map { "`\(isShared ? $0.replacing("clusters[].", with: "defaults.") : $0)`" }
    return unknownKey(key, in: path, at: range, help: "it belongs elsewhere: \(names.joined(separator: " or "))")
  }

  /// A key around others that belong where it stands.
  static func needlessLevel(_ key: String, in path: String, at range: SourceRange, holding keys: [String]) -> Finding {
    let names = listed(keys.map { "`\($0)`" })
    return unknownKey(key, in: path, at: range, help: "what is in it belongs one level higher: \(names)")
  }

  private static func unknownKey(
    _ key: String, in path: String, at range: SourceRange, help: String, fix: Fix? = nil
  ) -> Finding {
    Finding(
      .unknownKey, "`\(key)` is no key of \(path.isEmpty ? "a topology" : "`\(path)`")", at: range, help: help, fix: fix,
      mistake: "\(Vocabulary.pattern(path)).\(key)")
  }
}
