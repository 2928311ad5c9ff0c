internal import ArgumentParser
internal import Console
internal import Diagnostics
internal import FileTrees
internal import MeshChange
internal import MeshCompiler

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Says what a change does to a mesh that runs.",
    discussion: """
      Each side is a topology, '-' for standard input, or a directory that a build has written. Meaning is compared and \
      never lines. Every change has an effect: none (only people notice), safe (no request notices), rolling (pods \
      restart, requests go on), disruptive (requests fail for a time, or until a step by hand) or dangerous (identity or \
      trust lost, something exposed, no way back). 'silence' in the new topology accepts a kind of change, with a \
      reason. What a directory does not hold, such as addresses of API servers, is only compared between topologies. In meshes of up to 100 clusters, requests between \
      all of them are followed, too: who reaches whom that did not, or no longer does.
      """)

  @Argument(help: "What runs: a topology, '-' or a directory.", completion: .file())
  var old: String

  @Argument(help: "What is to run.", completion: .file())
  var new: String

  @Option(help: .init("How to show the change.", valueName: "format"))
  var output = ChangeFormat.snippet

  @Option(help: .init("Exit with 1 if an effect is as bad as this, or worse.", valueName: "effect"))
  var failOn: Effect?

  func validate() throws {
    if old == "-", new == "-" { throw ValidationError("Only one side can be standard input.") }
  }

  func run() throws {
    let (before, after) = (try ComparedSide(old), try ComparedSide(new))
    let sides = [before, after]
    for side in sides { side.complain() }
    guard let oldState = before.state, let newState = after.state else { throw ExitStatus.findings.code }
    var change = MeshChange(from: oldState, to: newState).accepting(after.accepted)
    if max(oldState.clusters.count, newState.clusters.count) <= ReachChange.mostClusters, !change.isEmpty {
      change.reach = ReachChange(from: before.applied, to: after.applied)
    }
    try Terminal.print(change.render(as: output, before: before.text, after: after.text))
    if let failOn, change.effect >= failOn { throw ExitStatus.findings.code }
  }
}

extension ChangeFormat: ExpressibleByArgument {}
extension Effect: ExpressibleByArgument {}
