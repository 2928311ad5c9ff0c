/// What a write does: the steps, the bytes that they need, and what will be said about them.
struct WritePlan {
  private(set) var steps: [WriteStep] = []
  /// The new bytes by the number of the step that puts them in place.
  private(set) var bytes: [Int: [UInt8]] = [:]
  let report: WriteReport

  /// The plan for a survey in which nothing is in the way.
  ///
  /// The order keeps the write reversible as long as it can be: what needs room comes first, then what needs none,
  /// and the index is last.
  init(_ survey: Survey, _ request: WriteRequest) {
    let index = request.index
    let folders = FolderChanges(survey, request)
    let removals = survey.obsolete
    let files = survey.missing + survey.changes.map(\.file)
    report = WriteReport(survey, written: files.map(\.path).sorted(), removed: removals.map(\.path))
    append(removals.map { .setAside($0.path, $0.onDisk) } + folders.made.map { .makeFolder($0) })
    let additions = survey.missing.filter { $0.path != index }
    for file in additions where survey.entries[file.path] != .folder { append(.add(file.path), file) }
    append(folders.takenOver.map { .leaveFolder($0) })
    for file in additions where survey.entries[file.path] == .folder { append(.takeOver(file.path), file) }
    for change in survey.changes where change.file.path != index { append(.replace(change.file.path), change.file) }
    append(folders.left.filter { !folders.takenOver.contains($0) }.map { .leaveFolder($0) })
    for file in survey.missing where file.path == index { append(.add(index), file) }
    for change in survey.changes where change.file.path == index { append(.replace(change.file.path), change.file) }
  }

  private mutating func append(_ steps: [WriteStep]) { self.steps += steps }

  private mutating func append(_ step: WriteStep, _ file: FileTree.File) {
    bytes[steps.count] = file.bytes
    steps.append(step)
  }
}

extension WriteReport {
  fileprivate init(_ survey: Survey, written: [RelativePath], removed: [RelativePath]) {
    self.written = written
    self.removed = removed
    unchanged = survey.unchanged
    replaced = survey.changes.filter { $0.damage == nil }.map(\.file.path)
    mended = survey.changes.compactMap { change in
      change.damage.map { WriteReport.Mended(path: change.file.path, damage: $0) }
    }
    foreign = survey.foreign
  }
}
