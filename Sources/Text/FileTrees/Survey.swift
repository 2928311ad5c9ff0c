/// A tree beside what is on the disk: all that comparing shows and that writing decides on.
struct Survey {
  /// A file of the tree whose path holds other bytes, which are the tree's to replace.
  struct Change {
    let file: FileTree.File
    let onDisk: [UInt8]
    /// `nil` where the bytes may be an earlier build's.
    let damage: Damage?
  }

  /// A file that bears the tree's mark, and that the tree does not have.
  struct Obsolete {
    let path: RelativePath
    let onDisk: [UInt8]
  }

  /// A file at a path of the tree that is not the tree's.
  struct Obstacle {
    let file: FileTree.File
    let onDisk: [UInt8]
    /// Whose mark it bears; `nil` where it bears none.
    let owner: String?
  }

  let entries: OpenDirectory.Entries
  /// Whether a marked file of the tree's stands at one of its paths.
  var isAtHome = false
  var missing: [FileTree.File] = []
  var unchanged = 0
  var changes: [Change] = []
  var obsolete: [Obsolete] = []
  var obstacles: [Obstacle] = []
  /// Symbolic links at our paths or on the way to them.
  var links: [RelativePath] = []
  /// Devices and the like where the tree has a file.
  var occupied: [RelativePath] = []
  /// What is nobody's business, and where the tree has nothing.
  var foreign: [RelativePath] = []
}

extension OpenDirectory {
  /// Looks at everything, and changes nothing.
  mutating func survey(_ request: WriteRequest) throws(FileSystemError) -> Survey {
    var survey = Survey(entries: try entries())
    var reached = request.paths
    for path in request.paths { reached.insertFolders(of: path) }
    for (path, kind) in survey.entries.sorted(by: { $0.key < $1.key })
    where kind != .folder && !request.paths.contains(path) {
      if kind == .symbolicLink && reached.contains(path) {
        survey.links.append(path)
      } else {
        try look(atRest: path, kind, request, &survey)
      }
    }
    survey.links += survey.entries.filter { $0.value == .symbolicLink && request.paths.contains($0.key) }.keys
    survey.links.sort()
    for file in request.tree.files.sorted(by: { $0.path < $1.path }) { try look(at: file, request, &survey) }
    survey.settleUnmarked(request)
    return survey
  }

  /// Looks at what stands where the tree has nothing.
  private mutating func look(
    atRest path: RelativePath, _ kind: SystemCalls.Kind, _ request: WriteRequest, _ survey: inout Survey
  ) throws(FileSystemError) {
    if kind == .file, request.mayHold(path), try owner(of: path, request).map(request.isOurs) ?? false {
      survey.obsolete.append(Survey.Obsolete(path: path, onDisk: try contents(of: path)))
    } else {
      survey.foreign.append(path)
    }
  }

  /// Whose mark a file bears; one that we may not read bears none.
  private mutating func owner(of path: RelativePath, _ request: WriteRequest) throws(FileSystemError) -> String? {
    do throws(FileSystemError) {
      return request.tree.mark.owner(of: try contents(of: path, limit: Mark.reach))
    } catch {
      guard error.isForbidden else { throw error }
      return nil
    }
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
      let isUnchanged = onDisk == file.bytes
      let owner = isUnchanged && survey.isAtHome ? nil : request.tree.mark.owner(of: onDisk)
      survey.isAtHome = survey.isAtHome || owner.map(request.isOurs) ?? false
      if isUnchanged { survey.unchanged += 1 } else { survey.add(file, onDisk, of: owner, request) }
    }
  }
}

extension Survey {
  fileprivate mutating func add(
    _ file: FileTree.File, _ onDisk: [UInt8], of owner: String?, _ request: WriteRequest
  ) {
    let damage = Damage(in: onDisk, marked: request.tree.mark)
    if owner.map(request.isOurs) ?? (onDisk.isEmpty || request.wrote(onDisk, file.path)) {
      changes.append(Change(file: file, onDisk: onDisk, damage: damage))
    } else if owner == nil, request.hasRecord(of: file.path) {
      changes.append(Change(file: file, onDisk: onDisk, damage: damage ?? .edited))
    } else {
      obstacles.append(Obstacle(file: file, onDisk: onDisk, owner: owner))
    }
  }

  /// Some formats take no mark, and the index may have lost its own: in a directory that is the tree's already, they
  /// are the tree's as well.
  fileprivate mutating func settleUnmarked(_ request: WriteRequest) {
    guard isAtHome else { return }
    for obstacle in obstacles where obstacle.owner == nil {
      let isIndex = obstacle.file.path == request.index
      guard isIndex || request.tree.mark.owner(of: obstacle.file.bytes) == nil else { continue }
      let damage = Damage(in: obstacle.onDisk, marked: request.tree.mark)
      changes.append(
        Change(file: obstacle.file, onDisk: obstacle.onDisk, damage: damage ?? (isIndex ? .unmarked : nil)))
    }
    let settled = Set(changes.map(\.file.path))
    obstacles.removeAll { settled.contains($0.file.path) }
    changes.sort { $0.file.path < $1.file.path }
  }
}
