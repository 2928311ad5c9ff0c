internal import Diagnostics

extension FindingCode {
  static let duplicateKey = FindingCode(
    110, "duplicate-key", .error, restsOn: [],
    Explanation(
      meaning: "A mapping has the same key twice.",
      harm: "YAML readers do not agree which of the two counts, and most say nothing.",
      sources: ["https://yaml.org/spec/1.2.2/#3213-node-comparison"],
      wrong: """
        mesh:
          id: mesh1
          id: mesh2
        """,
      right: """
        mesh:
          id: mesh1
        """))
}

extension Finding {
  static func duplicateKey(_ key: String, at range: SourceRange, first: SourceRange) -> Finding {
    Finding(
      .duplicateKey, "the key `\(key)` stands here a second time", at: range,
      notes: [Annotation(first, "first used here")], help: "keep one of the two")
  }
}
