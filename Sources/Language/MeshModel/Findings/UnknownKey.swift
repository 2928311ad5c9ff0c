internal import Diagnostics
internal import YAMLReading

extension FindingCode {
  static let unknownKey = FindingCode(
    201, "unknown-key", .error, restsOn: [],
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
    unknownKey(key, in: path, at: range, help: "did you mean `\(meant)`?", fix: Fix(range, meant), hiding: [meant])
  }

  /// A key in whose place there should be another one, which is missing.
  static func unknownKey(_ key: String, in path: String, at range: SourceRange, missing: String) -> Finding {
    let help = "there is no `\(missing)` here, which has to be: is that what is meant?"
    return unknownKey(key, in: path, at: range, help: help, hiding: [missing])
  }

  /// A key of which nobody can tell what is meant; it may be any that is not there.
  static func unknownKey(
    _ key: String, in path: String, at range: SourceRange, known: [String], absent: [String]
  ) -> Finding {
    let help = "the keys here are \(listed(known.sorted(), most: 24))"
    return unknownKey(key, in: path, at: range, help: help, hiding: absent)
  }

  /// A key that is joined to its value.
  static func joinedKey(_ key: String, _ value: Substring, in path: String, at range: SourceRange) -> Finding {
    unknownKey(
      "\(key):\(value)", in: path, at: range, help: "a blank is missing behind the colon: `\(key): \(value)`",
      fix: Fix(range, "\(key): \(value)"), hiding: [key])
  }

  /// Keys that stand in the column of the one that they belong below.
  static func unindented(_ keys: [Node.Scalar], of section: String, in path: String) -> Finding {
    let names = listed(keys.map { "`\($0.text)`" })
    let owner = section.split(separator: ".").last.map(String.init) ?? section
    return Finding(
      .unknownKey, noKey(keys[0].text, in: path), at: keys[0].range,
      notes: keys.dropFirst().map { Annotation($0.range, "this one, too") },
      help: "indent \(names) by two blanks more than `\(owner)`, whose \(keys.count == 1 ? "it is" : "they are")",
      mistake: "\(Vocabulary.pattern(section)) is not indented", obscures: [Vocabulary.pattern(section)])
  }

  /// A key that belongs to another part of the topology.
  static func misplacedKey(_ key: String, in path: String, at range: SourceRange, places: [String]) -> Finding {
    let forAll = places.filter { path.isEmpty && $0.hasPrefix("clusters[].") }.map { "defaults." + $0.dropFirst(11) }
    let isShared = path.hasPrefix("defaults")
    let names = (places + forAll).map { "`\(isShared ? $0.replacing("clusters[].", with: "defaults.") : $0)`" }
    return Finding(
      .unknownKey, noKey(key, in: path), at: range, help: "it belongs elsewhere: \(names.joined(separator: " or "))",
      mistake: Vocabulary.pattern(path, key), obscures: places)
  }

  /// A key around others that belong where it stands.
  static func needlessLevel(_ key: String, in path: String, at range: SourceRange, holding keys: [String]) -> Finding {
    let names = listed(keys.map { "`\($0)`" })
    return unknownKey(key, in: path, at: range, help: "what is in it belongs one level higher: \(names)", hiding: keys)
  }

  private static func unknownKey(
    _ key: String, in path: String, at range: SourceRange, help: String, fix: Fix? = nil, hiding keys: [String]
  ) -> Finding {
    Finding(
      .unknownKey, noKey(key, in: path), at: range, help: help, fix: fix, mistake: Vocabulary.pattern(path, key),
      obscures: keys.map { Vocabulary.pattern(path, $0) })
  }

  private static func noKey(_ key: String, in path: String) -> String {
    "`\(key)` is no key of \(path.isEmpty ? "a topology" : "`\(path)`")"
  }
}
