/// The folders that come and go with the files of a write.
struct FolderChanges {
  /// Folders of the tree's that hold nothing, or will, inner ones first: an interrupted write may have left some.
  let left: [RelativePath]
  /// Those among them that must go because a file takes their place.
  let takenOver: [RelativePath]
  /// Folders that are needed and not there, outer ones first.
  let made: [RelativePath]

  init(_ survey: Survey, _ request: WriteRequest) {
    let removed = Set(survey.obsolete.map(\.path))
    let emptied = Set(survey.entries.filter { $0.value == .folder && request.owns(folder: $0.key) }.keys)
    var needed: Set<RelativePath> = []
    for path in survey.entries.keys where !removed.contains(path) && !emptied.contains(path) {
      needed.insertFolders(of: path)
    }
    for file in survey.missing { needed.insertFolders(of: file.path) }
    let left = emptied.subtracting(needed).sorted(by: >)
    let places = survey.missing.map(\.path).filter { survey.entries[$0] == .folder }
    takenOver = left.filter { folder in places.contains { folder == $0 || folder.isInside($0) } }
    self.left = left
    made = needed.filter { survey.entries[$0] != .folder }.sorted()
  }
}
