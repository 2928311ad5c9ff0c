internal import Diagnostics
internal import YAMLReading

extension FindingCode {
  static let wrongKind = FindingCode(
    203, "wrong-kind", .error, restsOn: [],
    Explanation(
      meaning: "There is a list where a mapping should be, a single value where a list should be, and so on.",
      harm: "It is most often a dash or an indentation that went missing, and then the rest is read amiss, too.",
      wrong: "networks: {network1: {}, network2: {}}",
      right: "networks: [{name: network1}, {name: network2}]"))
}

extension Finding {
  static func wrongKind(
    _ path: String, wanted: String, found: Node, help: String? = nil, fix: String? = nil
  ) -> Finding {
    Finding(
      .wrongKind, "\(path.isEmpty ? "a topology" : "`\(path)`") must be \(wanted), and this is \(found.kindInWords)",
      at: found.range, help: help, fix: fix.map { Fix(found.range, $0) }, obscures: [Vocabulary.pattern(path)])
  }
}
