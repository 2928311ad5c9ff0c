internal import Diagnostics

extension FindingCode {
  static let notYAML = FindingCode(
    101, "not-yaml", .error, restsOn: [],
    Explanation(
      meaning: "The text stops being YAML at the marked place.",
      harm: "Nothing behind that place can be read, so there may be more to mend after this.",
      sources: ["https://yaml.org/spec/1.2.2/"],
      wrong: """
        networks:
          - name: network1
          - name: [network2
        """,
      right: """
        networks:
          - name: network1
          - name: network2
        """))
}

extension Finding {
  static func notYAML(_ error: EventReader.SyntaxError, in bytes: [UInt8]) -> Finding {
    let mistake = SyntaxMistake(error, in: Lines(of: bytes))
    return Finding(.notYAML, mistake.message, at: mistake.place, notes: mistake.notes, help: mistake.help)
  }
}
