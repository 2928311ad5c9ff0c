internal import Diagnostics

extension FindingCode {
  static let missingKey = FindingCode(
    202, "missing-key", .error, restsOn: [],
    Explanation(
      meaning: "A key that cannot be derived from anything else is not there, or has no value.",
      harm: "Without it there is no telling what the mesh is; a guess would come up and be somebody else's mesh.",
      wrong: "distribution: {name: sail}",
      right: "distribution: {name: sail, version: 1.30.3}"))
}

extension Finding {
  static func missingKey(_ key: String, in path: String, at range: SourceRange, help: String?) -> Finding {
    Finding(
      .missingKey, "\(path.isEmpty ? "the topology" : "`\(path)`") has no `\(key)`", at: range, help: help,
      mistake: "\(Vocabulary.pattern(path)).\(key) is missing", obscures: [Vocabulary.pattern(path, key)])
  }

  static func noValue(for path: String, at range: SourceRange) -> Finding {
    Finding(
      .missingKey, "`\(path)` has no value", at: range, help: "give it one, or remove the key",
      obscures: [Vocabulary.pattern(path)])
  }
}
