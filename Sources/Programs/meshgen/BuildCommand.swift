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
      and building again completes it. Files that meshgen did not write are left alone and named.
      """)

  @OptionGroup var arguments: TopologyArguments

  @Option(
    name: [.customShort("o"), .long], help: .init("The directory to write.", valueName: "directory"),
    completion: .directory)
  var out = "generated"

  func run() throws {
    let (files, source, findings) = try arguments.compiledFiles()
    let directory = Directory(path: out)
    let report = try directory.write(
      files, sealedBy: FileTree.index, owned: try filesOfEarlierBuild(in: directory, before: files))
    try arguments.printDocument(findings, of: source, [.init("build", report.value)])
    if arguments.output != .json { try Terminal.print(report.text(for: out)) }
  }
}

/// The files that an earlier build wrote into a directory; none where there was none, or where its index is damaged.
func filesOfEarlierBuild(
  in directory: Directory, of kind: OwnedFiles.Kind = .plan, before tree: FileTree
) throws(FileSystemError) -> OwnedFiles.List {
  guard try directory.entries().contains(where: { $0.path == FileTree.index && $0.kind == .file }) else { return [:] }
  let index = try readFile("\(directory.path)/\(FileTree.index)", limit: nil)
  return OwnedFiles.read(index, of: kind, before: tree) ?? [:]
}
