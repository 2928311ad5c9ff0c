/// Throws where a write would have to destroy, or to reach through, what is not ours.
func refuseObstacles(
  to survey: Survey, _ request: WriteRequest, in directory: borrowing OpenDirectory
) throws(FileSystemError) {
  if let error = request.contradiction(in: directory) { throw error }
  for path in request.tree.files.map(\.path) where [Staging.name, ".git"].contains(path.parts.first.map(String.init)) {
    throw FileSystemError("write", directory.shown(path.text), because: "nothing may be generated there")
  }
  if let link = survey.links.first { throw .symbolicLink(directory.shown(link.text)) }
  let blocking = survey.blocking
  guard let first = blocking.first else { return }
  let others = blocking.dropFirst().map { directory.shown($0.text) }.joined(separator: ", ")
  throw FileSystemError(
    "write to", directory.path,
    because: "no build wrote what is at \(directory.shown(first.text)), where a generated file or folder must go; "
      + "move it away, or remove it" + (others.isEmpty ? "" : "; the same holds for \(others)"))
}

extension Survey {
  /// What stands where the tree has something else, and is not ours to remove; sorted.
  fileprivate var blocking: [RelativePath] {
    let folders = FolderChanges(self)
    let left = Set(folders.left)
    let removed = Set(obsolete.filter { $0.origin == .build }.map(\.path))
    var blocking = Set(occupied + changes.filter { $0.origin == .unknown }.map(\.file.path))
    for folder in folders.made where entries[folder] != nil && !removed.contains(folder) { blocking.insert(folder) }
    for file in missing where entries[file.path] == .folder && !left.contains(file.path) {
      blocking.formUnion(rest(of: file.path, without: removed, left))
    }
    return blocking.sorted()
  }

  /// What keeps a folder from being removed: the things in it that stay, or itself, where it was empty before.
  private func rest(
    of folder: RelativePath, without removed: Set<RelativePath>, _ left: Set<RelativePath>
  ) -> [RelativePath] {
    let rest = entries.keys.filter { $0.isInside(folder) && entries[$0] != .folder && !removed.contains($0) }
    return rest.isEmpty ? [folder] : rest
  }
}
