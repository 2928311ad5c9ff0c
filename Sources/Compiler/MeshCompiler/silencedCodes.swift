internal import Diagnostics
internal import MeshModel

/// The kinds of finding that a topology does not want to hear of; what cannot be silenced is reported.
func silencedCodes(of topology: Topology, into log: inout FindingLog) -> Set<FindingCode> {
  var silenced: Set<FindingCode> = []
  for silence in topology.silences {
    guard let code = FindingCodes.named(silence.code.value.description) else {
      log.report(.unknownCode(silence.code))
      continue
    }
    // A change is accepted where two topologies are compared; one alone has none.
    if code.severity == .error, code.explanation.subject != .change {
      log.report(.errorNotSilenced(silence.code, code))
    }
    silenced.insert(code)
  }
  return silenced
}

extension FindingCode {
  static let unknownCode = FindingCode(
    350, "unknown-code", .error, restsOn: [],
    Explanation(
      meaning: "The topology silences a kind of finding that there is not.",
      harm: "Whatever was meant is still shown, and whoever reads the topology believes that it was looked at.",
      wrong: "silence: [{code: MG999, reason: we know}]",
      right: "silence: [{code: MG511, reason: the security team has the plan}]"))

  static let errorNotSilenced = FindingCode(
    351, "error-not-silenced", .error, restsOn: [],
    Explanation(
      meaning: "The topology silences a kind of finding that is an error.",
      harm: "An error means that there is nothing to compile to; not seeing it does not change that.",
      wrong: "silence: [{code: MG303, reason: we know}]",
      right: "silence: [{code: MG511, reason: the security team has the plan}]"))
}

extension Finding {
  fileprivate static func unknownCode(_ code: Located<PlainText>) -> Finding {
    Finding(
      .unknownCode, "there is no kind of finding `\(code.value)`", misspelt: code.value.description, at: code.range,
      among: FindingCodes.all.map(\.slug), otherwise: "`meshgen explain` lists them")
  }

  fileprivate static func errorNotSilenced(_ code: Located<PlainText>, _ kind: FindingCode) -> Finding {
    Finding(
      .errorNotSilenced, "`\(code.value)` is an error (\(kind.slug)), which cannot be silenced", at: code.range,
      help: "mend what it is about")
  }
}
