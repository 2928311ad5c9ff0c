internal import ArgumentParser
internal import Console
internal import Diagnostics
internal import FileTrees
internal import MeshCompiler
internal import YAMLWriting

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Says whether a directory is what the topology compiles to.",
    discussion: """
      For the pipeline of a GitOps repository: names each file that is missing, stale (the topology has changed \
      since, or somebody has changed the file), damaged by hand or by a merge, or not meshgen's, shows what differs, up \
      to 100 lines a file, changes nothing, and exits with 1 if there is anything to name.
      """)

  @OptionGroup var arguments: TopologyArguments

  @Option(
    name: [.customShort("o"), .long], help: .init("The directory to look at.", valueName: "directory"),
    completion: .directory)
  var out = "generated"

  @Flag(help: "Name the files, and do not show what differs in them.")
  var summary = false

  func run() throws {
    let (files, source, findings) = try arguments.compiledFiles()
    let directory = Directory(path: out)
    let interruption = try directory.interruption()
    let differences = try directory.compare(
      with: files, sealedBy: FileTree.index, claiming: try claim(on: directory, for: files))
    try arguments.printDocument(
      findings, of: source, [.init("differences", .sequence(differences.map(\.value)))])
    if arguments.output != .json {
      let report = CheckReport(
        differences: differences, interruption: interruption, directory: out, topology: arguments.topology,
        isThere: try directory.isThere())
      try Terminal.print(report.text(showingDiffs: !summary && arguments.output == .snippet))
    }
    guard differences.isEmpty, interruption == nil else { throw ExitStatus.findings.code }
  }
}
