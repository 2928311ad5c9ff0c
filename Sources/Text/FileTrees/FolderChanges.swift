/// The folders that come and go with the files of a write.
struct FolderChanges {
  /// Folders that held files of an earlier build and now hold nothing, inner ones first.
  let left: [RelativePath]
  /// Those among them that must go because a file takes their place.
  let takenOver: [RelativePath]
  /// Folders that are needed and not there, outer ones first.
  let made: [RelativePath]

  init(_ survey: Survey) {
    let removed = Set(survey.obsolete.filter { $0.origin == .build }.map(\.path))
    var emptied: Set<RelativePath> = []
    for path in survey.gone.union(removed) { emptied.insertFolders(of: path) }
    emptied = emptied.filter { survey.entries[$0] == .folder }
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
