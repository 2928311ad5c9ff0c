/// Throws where a write would have to destroy, or to reach through, what is not ours; all of it is named at once.
func refuseObstacles(
  to survey: Survey, _ request: WriteRequest, in directory: borrowing OpenDirectory
) throws(FileSystemError) {
  if let error = request.contradiction(in: directory) { throw error }
  for path in request.tree.files.map(\.path) where [Staging.name, ".git"].contains(path.parts.first.map(String.init)) {
    throw FileSystemError("write", directory.shown(path.text), because: "nothing may be generated there")
  }
  let obstacles = survey.blocking(request)
  let things = obstacles.map { path, what in "\(directory.shown(path.text)): it is \(what)" }
  let advice = obstacles.count == 1 ? "move it away, or remove it" : "move these away, or remove them"
  let reasons = survey.othersOutput(request).map { [$0] } ?? []
  guard !reasons.isEmpty || !things.isEmpty else { return }
  throw FileSystemError(
    "write to", directory.path, because: (reasons + (things.isEmpty ? [] : things + [advice])).joined(separator: "; "))
}

extension Survey {
  /// That the directory is another owner's, in words; `nil` where it is not.
  fileprivate func othersOutput(_ request: WriteRequest) -> String? {
    let marked = obstacles.filter { $0.owner != nil }
    guard let first = marked.first else { return nil }
    let owners = Set(marked.compactMap(\.owner)).sorted().joined(separator: ", ")
    let rest = marked.count > 1 ? " and \(marked.count - 1) more" : ""
    return "it holds the output of topology \(owners) (\(first.file.path)\(rest)), and this is topology "
      + "\(request.tree.mark.owner); write elsewhere, or replace it with --take-over"
  }

  /// What stands where the tree has something else and is not ours to remove, with what it is; sorted.
  fileprivate func blocking(_ request: WriteRequest) -> [(path: RelativePath, what: String)] {
    let folders = FolderChanges(self, request)
    let left = Set(folders.left)
    let removed = Set(obsolete.map(\.path))
    var blocking = Set(occupied + links + obstacles.filter { $0.owner == nil }.map(\.file.path))
    for folder in folders.made where entries[folder] != nil && !removed.contains(folder) && !links.contains(folder) {
      blocking.insert(folder)
    }
    for file in missing where entries[file.path] == .folder && !left.contains(file.path) {
      blocking.formUnion(rest(of: file.path, without: removed, left))
    }
    return blocking.sorted().map { ($0, entries[$0]?.inWords ?? "not there any more") }
  }

  /// What keeps a folder from being removed: the things in it that stay, or itself, where it was empty before.
  private func rest(
    of folder: RelativePath, without removed: Set<RelativePath>, _ left: Set<RelativePath>
  ) -> [RelativePath] {
    let rest = entries.keys.filter { $0.isInside(folder) && entries[$0] != .folder && !removed.contains($0) }
    return rest.isEmpty ? [folder] : rest
  }
}

extension SystemCalls.Kind {
  fileprivate var inWords: String {
    switch self {
    case .file: "a file without the header of generated ones"
    case .folder: "a folder"
    case .symbolicLink: "a symbolic link, which may lead out of the directory"
    case .other(let other): other.rawValue
    }
  }
}
