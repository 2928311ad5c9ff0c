internal import Diagnostics

extension FindingCode {
  static let unknownLanguage = FindingCode(
    206, "unknown-language", .error, restsOn: [],
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
    let isNewer = version.value.description.hasPrefix("meshgen/")
    return Finding(
      .unknownLanguage, "the language `\(version.value)` is not known", at: version.range,
      help: "this compiler reads `meshgen/v1`\(isNewer ? "; a newer language needs a newer compiler" : "")",
      fix: isNewer ? nil : Fix(version.range, "meshgen/v1"))
  }

  /// A document that is something else altogether; of which language it is says more about what.
  static func unknownKind(_ kind: Located<PlainText>, of version: Located<PlainText>?) -> Finding {
    let isOurs = version?.value.description == "meshgen/v1"
    return Finding(
      .unknownLanguage, "`kind: \(kind.value)` is nothing that can be compiled", at: kind.range,
      notes: isOurs ? [] : version.map { [Annotation($0.range, "its language")] } ?? [],
      help: isOurs
        ? "it takes `kind: Topology`"
        : "a topology begins `apiVersion: meshgen/v1` and `kind: Topology`: README.md has one",
      fix: isOurs ? Fix(kind.range, "Topology") : nil)
  }
}
