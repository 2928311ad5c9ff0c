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
  init(_ survey: Survey, index: RelativePath) {
    let folders = FolderChanges(survey)
    let removals = survey.obsolete.filter { $0.origin == .build }
    let files = survey.missing + survey.changes.map(\.file)
    report = WriteReport(survey, written: files.map(\.path).sorted(), removed: removals.map(\.path))
    append(removals.map { .setAside($0.path, $0.digest) } + folders.made.map { .makeFolder($0) })
    let additions = survey.missing.filter { $0.path != index }
    for file in additions where survey.entries[file.path] != .folder { append(.add(file.path), file) }
    append(folders.takenOver.map { .leaveFolder($0) })
    for file in additions where survey.entries[file.path] == .folder { append(.takeOver(file.path), file) }
    for change in survey.changes where change.file.path != index { append(replacement(change), change.file) }
    append(folders.left.filter { !folders.takenOver.contains($0) }.map { .leaveFolder($0) })
    for file in survey.missing where file.path == index { append(.add(index), file) }
    for change in survey.changes where change.file.path == index { append(replacement(change), change.file) }
  }

  private mutating func append(_ steps: [WriteStep]) { self.steps += steps }

  private mutating func append(_ step: WriteStep, _ file: FileTree.File) {
    bytes[steps.count] = file.bytes
    steps.append(step)
  }
}

private func replacement(_ change: Survey.Change) -> WriteStep {
  .replace(change.file.path)
}

extension WriteReport {
  fileprivate init(_ survey: Survey, written: [RelativePath], removed: [RelativePath]) {
    self.written = written
    self.removed = removed
    unchanged = survey.unchanged
    overwrittenByHand = survey.changes.filter { $0.origin == .hand }.map(\.file.path)
    keptEdited = survey.obsolete.filter { $0.origin == .hand }.map(\.path)
    foreign = survey.foreign
  }
}
