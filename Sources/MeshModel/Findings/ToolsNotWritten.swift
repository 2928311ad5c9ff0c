internal import Diagnostics

extension FindingCode {
  static let toolsNotWritten = FindingCode(
    320, "tools-not-written", .note,
    Explanation(
      meaning: "The topology asks for files for certificate tools, and this release does not write them.",
      harm: """
        Nothing is missing from the plan: certificates/plan.json says which key signs what, with which extensions and \
        for how long. It has to be carried over to the tool by hand.
        """,
      wrong: "certificateAuthority: {tools: [cfssl, certtool]}",
      right: "certificateAuthority: {profile: strict}"))
}

extension Finding {
  static func toolsNotWritten(_ tools: [String], at range: SourceRange) -> Finding {
    Finding(
      .toolsNotWritten, "files for \(listed(tools)) are not written yet", at: range,
      help: "certificates/plan.json holds all that they need")
  }
}
