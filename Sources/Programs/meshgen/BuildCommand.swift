internal import ArgumentParser
internal import Console
internal import Diagnostics
internal import FileTrees
internal import MeshCompiler
internal import YAMLWriting

struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Compiles a topology into a directory.",
    discussion: """
      Only what changed is written, and index.json last; a build that is killed, or runs out of disk, loses nothing, \
      and building again completes it. A file is meshgen's if its first line says so: such files are replaced, or \
      removed where the topology no longer has them, whatever a merge has made of them. All others are left alone and \
      named. The output of a topology of another name is refused.
      """)

  @OptionGroup var arguments: TopologyArguments

  @Option(
    name: [.customShort("o"), .long], help: .init("The directory to write.", valueName: "directory"),
    completion: .directory)
  var out = "generated"

  @Flag(help: "Replace the output of a topology of another name.")
  var takeOver = false

  func run() throws {
    let (files, source, findings) = try arguments.compiledFiles()
    let directory = Directory(path: out)
    let report = try directory.write(
      files, sealedBy: FileTree.index, claiming: try claim(on: directory, for: files, takingOver: takeOver))
    try arguments.printDocument(findings, of: source, [.init("build", report.value)])
    if arguments.output != .json { try Terminal.print(report.text(for: out)) }
  }
}

/// What of a directory belongs to a tree beyond the files with its header: what an earlier release's index lists.
func claim(
  on directory: Directory, of kind: OwnedFiles.Kind = .plan, for tree: FileTree, takingOver takesOver: Bool = false
) throws(FileSystemError) -> Claim {
  guard try directory.entries().contains(where: { $0.path == FileTree.index && $0.kind == .file }) else {
    return Claim(takesOver: takesOver)
  }
  let index = try readFile("\(directory.path)/\(FileTree.index)", limit: OwnedFiles.largest)
  // A plan's index that has a header lists no files.
  let isOfToday = kind == .plan && tree.mark.owner(of: index) != nil
  let list = isOfToday ? nil : OwnedFiles.read(index, of: kind, from: takesOver ? nil : tree.mark.owner)
  return Claim(recorded: list ?? [:], takesOver: takesOver)
}
