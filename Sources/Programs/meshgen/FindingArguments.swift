internal import ArgumentParser
internal import Console
internal import Diagnostics
internal import FileTrees
internal import MeshCompiler
internal import YAMLWriting

/// The topology, and how to speak of it: what every command that reads one has in common.
struct FindingArguments: ParsableArguments {
  @Argument(help: "The topology. '-' is standard input.", completion: .file(extensions: ["yaml", "yml"]))
  var topology: String

  @Option(help: .init("How to show findings. With json all output is one document.", valueName: "format"))
  var output = FindingFormat.snippet

  @Flag(help: "Take every warning for an error.")
  var warningsAsErrors = false

  @Option(
    name: .customLong("error"),
    help: .init("Take this kind of finding for an error, MG402 say. Repeatable.", valueName: "code"))
  var raised: [FindingCode] = []

  @Option(help: .init("Do not show this kind of warning or note, MG511 say. Repeatable.", valueName: "code"))
  var silence: [FindingCode] = []

  /// Shows what there is to say about a topology.
  ///
  /// - Parameters:
  ///   - findings: What there is.
  ///   - silenced: What the topology does not want to hear of.
  ///   - source: The text.
  ///   - more: Codes that count as errors, too.
  /// - Returns: The findings as the user wants to see them.
  func show(
    _ findings: [Finding], silenced: [Finding], of source: SourceText, raising more: [FindingCode] = []
  ) -> [Finding] {
    let policy = SeverityPolicy(
      warningsAreErrors: warningsAsErrors, raised: Set(raised + more), silenced: Set(silence))
    let findings = policy.apply(to: findings, unwanted: silenced)
    if output != .json {
      Terminal.complain(output.render(findings, of: source, colour: Terminal.showsColour))
      if output == .snippet, findings.count > 1 { Terminal.complain("\n\(findings.summary(of: source))") }
    }
    return findings
  }

  /// Prints a command's one JSON document: the findings, and what else the command has to say.
  func printDocument(_ findings: [Finding], of source: SourceText, _ more: [YAMLValue.Entry] = []) throws {
    guard output == .json, case .mapping(let entries) = JSONRenderer(source: source).document(findings) else { return }
    try Terminal.print(YAMLValue.mapping(entries + more).json)
  }

  func source() throws(FileSystemError) -> SourceText { try readTopology(topology) }
}

extension FindingFormat: ExpressibleByArgument {}

extension FindingCode: ExpressibleByArgument {
  /// The code that an argument names.
  public init?(argument: String) {
    guard let code = FindingCodes.named(argument) else { return nil }
    self = code
  }

  /// The code as an argument names it.
  public var defaultValueDescription: String { name }
}

extension [Finding] {
  var hasErrors: Bool { contains { $0.severity == .error } }
}
