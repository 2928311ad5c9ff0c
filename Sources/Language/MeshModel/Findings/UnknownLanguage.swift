internal import Diagnostics

extension FindingCode {
  static let unknownLanguage = FindingCode(
    206, "unknown-language", .error,
    Explanation(
      meaning: "The document says that it is something other than a topology in version 1 of the language.",
      harm: "What its keys mean is not known, so nothing else in it is looked at.",
      wrong: """
        apiVersion: meshgen/v2
        kind: Topology
        """,
      right: """
        apiVersion: meshgen/v1
        kind: Topology
        """))
}

extension Finding {
  static func unknownLanguage(_ version: Located<PlainText>) -> Finding {
    Finding(
      .unknownLanguage, "the language `\(version.value)` is not known", at: version.range,
      help: "this compiler reads `meshgen/v1`; a newer language needs a newer compiler")
  }

  static func unknownKind(_ kind: Located<PlainText>) -> Finding {
    Finding(
      .unknownLanguage, "a `\(kind.value)` is nothing that can be compiled", at: kind.range,
      help: "it takes `kind: Topology`", fix: Fix(kind.range, "Topology"))
  }
}
