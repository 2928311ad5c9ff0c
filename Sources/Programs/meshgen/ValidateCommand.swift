internal import ArgumentParser
internal import Console
internal import Diagnostics
internal import MeshCompiler

struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "Says what is wrong with a topology, and writes nothing.")

  @OptionGroup var arguments: TopologyArguments

  func run() throws {
    let (compilation, findings) = try arguments.compiled()
    try arguments.printDocument(findings, of: compilation.source)
    guard !findings.hasErrors else { throw ExitStatus.findings.code }
    if arguments.output != .json { try Terminal.print("\(printable(compilation.source.name)) is fine") }
  }
}
