internal import ArgumentParser
internal import Console
internal import Diagnostics
internal import MeshCompiler

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Says what a finding means, why it hurts, and what is right.",
    discussion: "Without a code, lists them all.")

  @Argument(help: "A code: MG303, 303 or unknown-network.", completion: .list(FindingCodes.all.map(\.name)))
  var code: FindingCode?

  func run() throws {
    if let code { return try Terminal.print(code.manualPage) }
    try Terminal.print(FindingCodes.all.map { "\($0.name)  \($0.severity.padded)  \($0.slug)" }.joined(separator: "\n"))
  }
}

extension Severity {
  fileprivate var padded: String {
    let width = Severity.allCases.map(\.rawValue.count).max() ?? 0
    return rawValue + String(repeating: " ", count: width - rawValue.count)
  }
}
