internal import Digests

/// What a write does: the steps, the bytes that they need, and what will be said about them.
struct WritePlan {
  private(set) var steps: [JournalStep] = []
  /// The new bytes by the number of the step that puts them in place.
  private(set) var bytes: [Int: [UInt8]] = [:]
  private(set) var report = WriteReport()

  /// The plan for a survey in which nothing is in the way.
  ///
  /// The order makes the write reversible as long as it can be: room is made, folders and new files come, then old
  /// files are replaced, and the index is last.
  init(_ survey: Survey, index: RelativePath) {
    let folders = FolderChanges(survey)
    let removals = survey.obsolete.filter { $0.origin == .build }
    steps = removals.map { .setAside($0.path, $0.digest) }
    steps += folders.left.map { .leaveFolder($0) } + folders.made.map { .makeFolder($0) }
    let additions = survey.missing.map { (JournalStep.add($0.path), $0) }
    let replacements = survey.changes.map { (JournalStep.replace($0.file.path, SHA256Digest(of: $0.onDisk)), $0.file) }
    let all = additions + replacements
    for (step, file) in all.filter({ $0.1.path != index }) + all.filter({ $0.1.path == index }) {
      bytes[steps.count] = file.bytes
      steps.append(step)
    }
    report = WriteReport(
      written: all.map(\.1.path).sorted(), unchanged: survey.unchanged, removed: removals.map(\.path),
      overwrittenByHand: survey.changes.filter { $0.origin == .hand }.map(\.file.path),
      keptEdited: survey.obsolete.filter { $0.origin == .hand }.map(\.path), foreign: survey.foreign)
  }
}
