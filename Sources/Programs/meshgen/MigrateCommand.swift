internal import ArgumentParser
internal import Console
internal import Diagnostics
internal import FileTrees
internal import MeshCompiler
internal import MeshModel
internal import YAMLWriting

struct MigrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate",
    abstract: "Writes the topologies that bring a federation from OpenShift Service Mesh 2 to 3.",
    discussion: """
      Each stage is a topology that 'meshgen build' compiles into the same directory as before, a small change of one \
      file and the diff of its output to review. Comments and order of the topology stay as they are. With --out, all \
      of them are written, and a README.md with the plan: what each stage changes, its gates, the way back, and what \
      cannot be kept. Without, the topology of one stage is printed, or the one that is left in the end.
      """)

  @OptionGroup var arguments: FindingArguments

  @Option(help: .init("The distribution to go to: sail, which OpenShift Service Mesh 3 is.", valueName: "distribution"))
  var to: Migration.Destination

  @Option(
    help: .init(
      "The stage to print: \(Migration.Stage.allCases.map(\.rawValue).joined(separator: ", ")). Without it, what is left in the end.",
      valueName: "stage"))
  var stage: Migration.Stage?

  @Option(
    help: .init(
      "The release of Istio that is to be installed, 1.28.10 say. Without it, the newest that OpenShift Service Mesh has.",
      valueName: "release"))
  var release: String?

  @Option(
    name: [.customShort("o"), .long], help: .init("The directory to write all stages to.", valueName: "directory"),
    completion: .directory)
  var out: String?

  @Flag(help: "With --out: replace what was written for a topology of another name.")
  var takeOver = false

  func validate() throws {
    if out != nil, stage != nil { throw ValidationError("--out writes all stages; --stage prints one of them.") }
  }

  func run() throws {
    let migration = migrate(try arguments.source(), version: release)
    let findings = arguments.show(
      migration.findings, silenced: migration.silenced, of: migration.source)
    guard let outcome = migration.outcome, !findings.hasErrors else {
      try arguments.printDocument(findings, of: migration.source)
      throw ExitStatus.findings.code
    }
    if let out { return try write(migration, to: out, findings) }
    let wanted = migration.stages.first { $0.stage == stage }?.source ?? outcome
    let text = String(decoding: wanted.bytes, as: UTF8.self)
    try arguments.printDocument(findings, of: migration.source, [.init("topology", .string(text))])
    if arguments.output != .json { try Terminal.print(text) }
  }

  private func write(_ migration: StagedCompilation, to out: String, _ findings: [Finding]) throws {
    guard let files = migration.files else { return }
    let directory = Directory(path: out)
    let report = try directory.write(
      files, sealedBy: FileTree.index,
      claiming: try claim(on: directory, of: .migration, for: files, takingOver: takeOver))
    try arguments.printDocument(findings, of: migration.source, [.init("migration", report.value)])
    if arguments.output != .json { try Terminal.print(report.text(for: out)) }
  }
}

extension Migration.Destination: ExpressibleByArgument {}
extension Migration.Stage: ExpressibleByArgument {}
