internal import Diagnostics
internal import YAMLReading

extension FindingCode {
  static let unknownVariable = FindingCode(
    465, "unknown-variable", .warning, restsOn: ["clusters", "values"],
    Explanation(
      meaning: """
        An environment variable has a name that no release of Istio from 1.24 to 1.31 is known to read, or that nothing in \
        this mesh reads.
        """,
      harm: """
        Variables have no schema. A misspelt one is set, nothing reads it, and the mesh does not do what it was told. A \
        release that is newer than what this compiler knows may have it: then silence the warning, with a reason.
        """,
      sources: ["istio/istio, pilot/pkg/features"],
      wrong: #"values: {pilot: {env: {PILOT_ENABLE_IP_AUTOALOCATE: "true"}}}"#,
      right: #"values: {pilot: {env: {PILOT_ENABLE_IP_AUTOALLOCATE: "true"}}}"#))
}

extension Finding {
  static func idleVariable(_ path: String, at range: SourceRange) -> Finding {
    Finding(
      .unknownVariable, "nothing in a mesh of sidecars reads `\(path)`", at: range,
      help: "say `controlPlane: {dataPlane: ambient}` if that is meant, or leave it out")
  }

  static func unknownVariable(
    _ key: Node.Scalar, _ path: String, reader: String, among known: Set<String>
  ) -> Finding {
    Finding(
      .unknownVariable, "`\(path).\(key.text)` is no variable that \(reader) is known to read", misspelt: key.text,
      at: key.range, among: known.sorted(), otherwise: "leave it out, if nothing of yours reads it")
  }
}
