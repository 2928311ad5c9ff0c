internal import AppliedMesh
internal import ArgumentParser
internal import Console
internal import Diagnostics
internal import FileTrees
internal import MeshChange
internal import MeshCompiler

/// One side of a comparison, read.
struct ComparedSide {
  let state: MeshState?
  /// The topology; `nil` of a directory.
  let compilation: Compilation?

  /// The files of a directory; none of a topology.
  let files: [FileTree.File]

  /// What is applied.
  var applied: AppliedMesh {
    if let plan = compilation?.plan { return AppliedMesh(of: plan) }
    // What is compared and cannot be read has been refused before.
    var unreadable: [String] = []
    return AppliedMesh(
      reading: files.map { AppliedFile(path: $0.path.text, bytes: $0.bytes) }, unreadable: &unreadable)
  }

  var text: SourceText? { compilation?.source }

  var accepted: [FindingCode: String] { compilation.map(acceptedChanges) ?? [:] }

  init(_ path: String) throws {
    let directory = Directory(path: path)
    if path != "-", let entries = try? directory.entries(), !entries.isEmpty {
      compilation = nil
      files = try directory.files(of: entries)
      state = try ComparedSide.state(of: directory, files)
      return
    }
    let compilation = compile(try readTopology(path))
    files = []
    self.compilation = compilation
    state = MeshState(compilation)
  }

  private static func state(of directory: Directory, _ files: [FileTree.File]) throws -> MeshState {
    do throws(UnreadableFile) {
      let state = try MeshState(directory: directory.path, files: files)
      if !state.clusters.isEmpty { return state }
    } catch {
      throw ValidationError(
        "\(directory.path)/\(error.path.text) cannot be compared: \(error.problem). 'meshgen build' writes it anew."
      )
    }
    throw ValidationError("\(directory.path) is no directory that a build has written: it has no clusters/.")
  }

  /// Shows why the side does not compile.
  func complain() { if state == nil { compilation?.complainOfErrors() } }
}

extension Directory {
  /// The files that say what a mesh is, of those that are there.
  func files(of entries: [DirectoryEntry]) throws -> [FileTree.File] {
    try entries.filter { $0.kind == .file && (MeshState.reads($0.path) || AppliedFile.reads($0.path.text)) }.map {
      entry in
      FileTree.File(path: entry.path, bytes: try readFile("\(path)/\(entry.path.text)", limit: nil))
    }
  }
}
