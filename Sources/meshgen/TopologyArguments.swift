internal import ArgumentParser
internal import CertificateTools
internal import Console
internal import Diagnostics
internal import FileTrees
internal import MeshCompiler
internal import Planning
internal import YAMLWriting

/// The topology, and how to speak of it: what `build`, `validate` and `check` have in common.
struct TopologyArguments: ParsableArguments {
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

  @Option(
    help: .init(
      "A value that is known by now, with a name that index.json lists. Repeatable.", valueName: "name=value"))
  var bind: [BoundValue] = []

  @Flag(help: "Take it for an error if files need values that are not known.")
  var requireBound = false

  @Flag(help: "Take it for an error if a certificate tool issues otherwise than planned.")
  var requireExact = false

  /// Reads and compiles the topology, and shows what there is to say about it.
  func compiled() throws -> (compilation: Compilation, findings: [Finding]) {
    let values = Dictionary(bind.map { ($0.name, $0.value) }) { _, last in last }
    let compilation = compile(try source(), binding: values)
    if let name = compilation.unknownValues.first {
      let known = compilation.plan.map { listed($0.bindings.map(\.name)) } ?? ""
      throw ValidationError(
        "No value is called \(name). \(known.isEmpty ? "There is nothing to bind" : "Still open: \(known)").")
    }
    let policy = SeverityPolicy(
      warningsAreErrors: warningsAsErrors,
      raised: Set(raised + (requireBound ? [.unboundValue] : []) + (requireExact ? ToolFindings.codes : [])),
      silenced: Set(silence))
    let findings = policy.apply(to: compilation.findings, unwanted: compilation.silenced)
    if output != .json {
      Terminal.complain(output.render(findings, of: compilation.source, colour: Terminal.showsColour))
      if output == .snippet, findings.count > 1 { Terminal.complain("\n\(findings.counted)") }
    }
    return (compilation, findings)
  }

  /// Compiles the topology for a command that needs its files, and leaves the program where there are errors.
  func compiledFiles() throws -> (files: FileTree, source: SourceText, findings: [Finding]) {
    let (compilation, findings) = try compiled()
    guard let files = compilation.files, !findings.hasErrors else {
      try printDocument(findings, of: compilation.source)
      throw ExitStatus.findings.code
    }
    return (files, compilation.source, findings)
  }

  /// Prints a command's one JSON document: the findings, and what else the command has to say.
  func printDocument(_ findings: [Finding], of source: SourceText, _ more: [YAMLValue.Entry] = []) throws {
    guard output == .json, case .mapping(let entries) = JSONRenderer(source: source).document(findings) else { return }
    try Terminal.print(YAMLValue.mapping(entries + more).json)
  }

  /// One byte more than a topology may have is enough to see that it has too many.
  private func source() throws(FileSystemError) -> SourceText {
    let limit = 16 << 20
    return topology == "-"
      ? SourceText(name: "<stdin>", bytes: try readStandardInput(limit: limit))
      : SourceText(name: topology, bytes: try readFile(topology, limit: limit))
  }
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
  /// How many there are of each severity: `2 errors, 1 warning`.
  fileprivate var counted: String {
    Severity.allCases.reversed().compactMap { severity in
      let count = self.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }.joined(separator: ", ")
  }

  var hasErrors: Bool { contains { $0.severity == .error } }
}
