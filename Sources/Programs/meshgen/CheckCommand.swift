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
      For the pipeline of a GitOps repository: names each file that is missing, stale, edited by hand or not \
      meshgen's, shows what differs, changes nothing, and exits with 1 if there is anything to name.
      """)

  @OptionGroup var arguments: TopologyArguments

  @Option(
    name: [.customShort("o"), .long], help: .init("The directory to look at.", valueName: "directory"),
    completion: .directory)
  var out = "generated"

  func run() throws {
    let (files, source, findings) = try arguments.compiledFiles()
    let directory = Directory(path: out)
    let interruption = try directory.interruption()
    let differences = try directory.compare(
      with: files, sealedBy: FileTree.index, owned: try filesOfEarlierBuild(in: directory, before: files))
    try arguments.printDocument(
      findings, of: source, [.init("differences", .sequence(differences.map(\.value)))])
    if arguments.output != .json { try tell(differences, interruption) }
    guard differences.isEmpty, interruption == nil else { throw ExitStatus.findings.code }
  }

  private func tell(_ differences: [Difference], _ interruption: Interruption?) throws(FileSystemError) {
    let diffs = differences.compactMap(\.unifiedDiff)
    let names = differences.map { "\($0.kind.word)  \($0.path)" }
    let broken = interruption.map { ["a build of \(out) \($0.inWords)"] } ?? []
    let count = differences.count
    let verdict =
      count == 0
      ? (interruption == nil ? ["\(out) is what \(arguments.topology) says"] : [])
      : [
        "\(count) difference\(count == 1 ? "" : "s"); 'meshgen build \(arguments.topology) --out \(out)' writes what the topology says"
      ]
    try Terminal.print((diffs + names + broken + verdict).joined(separator: "\n"))
  }
}

extension Difference {
  /// The texts side by side, where there are two, or one that should not be there or should be.
  fileprivate var unifiedDiff: String? {
    guard [.missing, .stale, .handEdited, .obsolete, .inTheWay].contains(kind), onDisk != nil || wanted != nil else {
      return nil
    }
    return UnifiedDiff(
      from: onDisk ?? [], named: onDisk == nil ? "/dev/null" : "on disk/\(path)",
      to: wanted ?? [], named: wanted == nil ? "/dev/null" : "compiled/\(path)"
    ).text
  }

  fileprivate var value: YAMLValue { ["path": "\(path)", "kind": .string(kind.slug)] }
}

extension Difference.Kind {
  fileprivate var slug: String {
    switch self {
    case .missing: "missing"
    case .stale: "stale"
    case .handEdited: "hand-edited"
    case .obsolete: "obsolete"
    case .foreign: "foreign"
    case .inTheWay: "in-the-way"
    case .symbolicLink: "symbolic-link"
    }
  }

  /// The kind in a column of its own.
  fileprivate var word: String { slug + String(repeating: " ", count: max(0, 13 - slug.count)) }
}

extension Interruption {
  fileprivate var inWords: String {
    switch self {
    case .leftBehind: "was interrupted, or somebody put files into its .meshgen-staging; the next build completes it"
    case .running: "is at work"
    }
  }
}
