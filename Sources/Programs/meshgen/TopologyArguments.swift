internal import ArgumentParser
internal import CertificateTools
internal import Console
internal import Diagnostics
internal import FileTrees
internal import MeshCompiler
internal import MeshNames
internal import Planning
internal import YAMLWriting

/// The topology, and what is known beyond it: what `build`, `validate` and `check` have in common.
struct TopologyArguments: ParsableArguments {
  @OptionGroup var reading: FindingArguments

  @Option(
    help: .init(
      "A value that is known by now, with a name that a cluster's plan.json lists. Repeatable.", valueName: "name=value"
    ))
  var bind: [BoundValue] = []

  @Option(
    help: .init(
      "A file of such values, with apiVersion: meshgen/v1, kind: Bindings and values: {NAME: value}. --bind wins.",
      valueName: "file"), completion: .file(extensions: ["yaml", "yml"]))
  var bindings: String?

  @Flag(help: "Take it for an error if files need values that are not known.")
  var requireBound = false

  @Flag(help: "Take it for an error if a certificate tool issues otherwise than planned.")
  var requireExact = false

  var topology: String { reading.topology }
  var output: FindingFormat { reading.output }

  /// Reads and compiles the topology, and shows what there is to say about it.
  func compiled() throws -> (compilation: Compilation, findings: [Finding]) {
    let values = Dictionary(bind.map { ($0.name, $0.value) }) { first, _ in first }
    if values.count < bind.count { throw ValidationError("A name is bound more than once.") }
    let file = try bindings.map { BindingsFile(SourceText(name: $0, bytes: try readFile($0, limit: 16 << 20))) }
    let source = try reading.source()
    let compilation = compile(source, binding: (file?.values ?? [:]).merging(values) { _, own in own })
    if let file {
      let known = compilation.unknownValues.isEmpty ? [] : compile(source).plan?.bindings.map(\.name) ?? []
      try refuse(file.findings + file.findings(beside: compilation, known: known), of: file)
    }
    if let (name, misfit) = compilation.unfitValues.min(by: { $0.key < $1.key }) {
      throw ValidationError("the value of \(name) \(misfit.problem): \(misfit.expected)")
    }
    if let name = compilation.unknownValues.first {
      let known = compilation.plan.map { listed($0.bindings.map(\.name)) } ?? ""
      throw ValidationError(
        "No value is called \(name). \(known.isEmpty ? "There is nothing to bind" : "Still open: \(known)").")
    }
    let findings = reading.show(
      compilation.findings, silenced: compilation.silenced, of: compilation.source,
      raising: (requireBound ? [.unboundValue] : []) + (requireExact ? ToolFindings.codes : []))
    return (compilation, findings)
  }

  /// Shows what is wrong with a file of bindings, and leaves the program if anything is.
  private func refuse(_ findings: [Finding], of file: BindingsFile) throws {
    guard !findings.isEmpty else { return }
    let format = output == .json ? FindingFormat.snippet : output
    Terminal.complain(format.render(findings, of: file.source, colour: Terminal.showsColour))
    throw ExitStatus.findings.code
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
    try reading.printDocument(findings, of: source, more)
  }
}
