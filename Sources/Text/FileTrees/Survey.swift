internal import Digests

/// A tree beside what is on the disk: all that comparing shows and that writing decides on.
struct Survey {
  /// A file of the tree whose path holds other bytes.
  struct Change {
    let file: FileTree.File
    let onDisk: [UInt8]
    /// The digest of the bytes on the disk.
    let digest: SHA256Digest
    let origin: Origin
  }

  /// Who wrote the bytes on the disk, as far as the index of the earlier build can tell.
  enum Origin {
    case build, hand, unknown
  }

  /// A file of an earlier build that the tree does not have.
  struct Obsolete {
    let path: RelativePath
    let onDisk: [UInt8]
    let digest: SHA256Digest
    let origin: Origin
  }

  let entries: OpenDirectory.Entries
  var missing: [FileTree.File] = []
  var unchanged = 0
  var changes: [Change] = []
  var obsolete: [Obsolete] = []
  /// Files of an earlier build that the tree does not have and that are not there any more: an interrupted write may
  /// have come that far, and not to the folders that held them.
  var gone: Set<RelativePath> = []
  /// Symbolic links at our paths or on the way to them.
  var links: [RelativePath] = []
  /// Devices and the like where the tree has a file.
  var occupied: [RelativePath] = []
  /// What no build wrote, and where the tree has nothing.
  var foreign: [RelativePath] = []
}

extension OpenDirectory {
  /// Looks at everything, and changes nothing.
  mutating func survey(_ request: WriteRequest) throws(FileSystemError) -> Survey {
    var survey = Survey(entries: try entries())
    let ours = request.paths
    var reached = ours
    for path in ours { reached.insertFolders(of: path) }
    for (path, kind) in survey.entries where kind != .folder && !ours.contains(path) {
      if kind == .symbolicLink && reached.contains(path) { continue }
      survey.foreign.append(path)
    }
    survey.foreign.sort()
    survey.links = survey.entries.filter { $0.value == .symbolicLink && reached.contains($0.key) }.keys.sorted()
    for file in request.tree.files.sorted(by: { $0.path < $1.path }) { try look(at: file, request, &survey) }
    for (path, digest) in request.obsolete { try look(at: path, digest, &survey) }
    return survey
  }

  private mutating func look(
    at file: FileTree.File, _ request: WriteRequest, _ survey: inout Survey
  ) throws(FileSystemError) {
    switch survey.entries[file.path] {
    case nil, .folder: survey.missing.append(file)
    case .symbolicLink: break
    case .other: survey.occupied.append(file.path)
    case .file:
      let onDisk = try contents(of: file.path)
      if onDisk == file.bytes {
        survey.unchanged += 1
      } else {
        let digest = SHA256Digest(of: onDisk)
        let origin = request.origin(of: file.path, digest)
        survey.changes.append(Survey.Change(file: file, onDisk: onDisk, digest: digest, origin: origin))
      }
    }
  }

  private mutating func look(
    at path: RelativePath, _ digest: SHA256Digest, _ survey: inout Survey
  ) throws(FileSystemError) {
    guard survey.entries[path] == .file else {
      survey.gone.insert(path)
      return
    }
    let onDisk = try contents(of: path)
    let origin: Survey.Origin = SHA256Digest(of: onDisk) == digest ? .build : .hand
    survey.obsolete.append(Survey.Obsolete(path: path, onDisk: onDisk, digest: digest, origin: origin))
  }
}
