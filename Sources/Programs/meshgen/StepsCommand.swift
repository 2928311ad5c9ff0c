internal import ArgumentParser
internal import Console
internal import Diagnostics
internal import FileTrees
internal import MeshChange
internal import MeshCompiler
internal import Runbook
internal import YAMLWriting

struct StepsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "steps",
    abstract: "Says how a plan, or a change, is carried out: every step with its commands, waits and way back.",
    discussion: """
      meshgen applies nothing. The runbook is for people (snippet, markdown), or one POSIX script (sh), which needs \
      kubectl, helm and istioctl as the plan does, shows where it is, waits, stops at the first failure and can be run \
      again: it asks the clusters what is done, and with --dry-run it changes nothing. With --change, only the steps that lead from another topology or \
      directory to this topology.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case snippet, markdown, json, sh
  }

  @Argument(help: "A topology, '-' for standard input, or a directory that a build has written.", completion: .file())
  var source: String

  @Option(help: .init("Only the steps of this cluster, and of the mesh as a whole.", valueName: "name"))
  var cluster: String?

  @Option(help: .init("Only the steps from this one on.", valueName: "step"))
  var from: String?

  @Option(
    help: .init("What runs: only the steps that lead from it to the topology.", valueName: "topology or directory"))
  var change: String?

  @Option(help: .init("How to show the steps.", valueName: "format"))
  var output = Format.snippet

  @Option(
    name: [.customShort("o"), .long], help: .init("The directory that the output is in.", valueName: "directory"),
    completion: .directory)
  var out = "generated"

  func validate() throws {
    if source == "-", change == "-" { throw ValidationError("Only one side can be standard input.") }
  }

  func run() throws {
    let side = try ComparedSide(source)
    side.complain()
    guard side.state != nil else { throw ExitStatus.findings.code }
    let directory = side.compilation == nil ? source : out
    let runbook = try restricted(try runbook(of: side))
    switch output {
    case .snippet: try Terminal.print(printableLines(runbook.text(in: directory)))
    case .markdown: try Terminal.print(runbook.markdown(in: directory))
    case .json: try Terminal.print(runbook.document.json)
    case .sh: try Terminal.print(runbook.script(in: directory))
    }
  }

  private func runbook(of side: ComparedSide) throws -> Runbook {
    guard let change else { return try side.runbook() }
    let before = try ComparedSide(change)
    before.complain()
    guard let old = before.state, let new = side.state else { throw ExitStatus.findings.code }
    guard let runbook = Runbook(of: MeshChange(from: old, to: new)) else {
      throw ValidationError("The steps of a change are known to a topology: name it in place of \(source).")
    }
    return runbook
  }

  private func restricted(_ runbook: Runbook) throws -> Runbook {
    var runbook = runbook
    if let from {
      guard let rest = runbook.beginning(at: from) else {
        let meant = nearest(to: from, among: runbook.steps.map(\.id)).map { " Did you mean '\($0)'?" } ?? ""
        throw ValidationError("There is no step '\(from)'.\(meant)")
      }
      runbook = rest
    }
    guard let cluster else { return runbook }
    let known = Set(runbook.steps.compactMap(\.cluster)).sorted()
    guard known.contains(cluster) else {
      throw ValidationError("No step is in a cluster '\(cluster)'. There are steps in \(listed(known)).")
    }
    return runbook.restricted(to: cluster)
  }

  /// Texts of a topology are shown without anything that moves the cursor.
  private func printableLines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { printable(String($0)) }.joined(separator: "\n")
  }
}

extension ComparedSide {
  fileprivate func runbook() throws -> Runbook {
    if let compilation, let runbook = Runbook(compilation) { return runbook }
    do throws(UnreadableFile) {
      return try Runbook(directory: files)
    } catch {
      throw ValidationError("\(error.path.text) cannot be read: \(error.problem). 'meshgen build' writes it anew.")
    }
  }
}
