internal import Digests

/// What became of a write that was interrupted.
package enum Recovery: Equatable, Sendable {
  /// It had not yet changed any file; what it had prepared was removed.
  case discarded
  /// It had begun to change files and was completed; the files named had been edited since, and the edit is gone.
  case completed(overwrittenByHand: [RelativePath])
}

extension Directory {
  /// Completes or discards a write that was interrupted, so that the directory is again as one build left it.
  ///
  /// To be called before the index of the earlier build is read.
  ///
  /// - Returns: What was done; `nil` where there was nothing to do, or no directory.
  /// - Throws: What failed, or that another build is at work, or that what was left there is damaged; nothing is
  ///   removed then.
  package func recover() throws(FileSystemError) -> Recovery? {
    guard var directory = try opened() else { return nil }
    try directory.lock()
    return try directory.recover()
  }
}

extension OpenDirectory {
  /// Completes or discards an interrupted write; the directory must be locked.
  mutating func recover() throws(FileSystemError) -> Recovery? {
    guard try SystemCalls.kind(of: Staging.place(in: self)) != nil else { return nil }
    let staging = try Staging(of: self)
    let names = try staging.names()
    guard let journal = try staging.committedJournal() else {
      try discardStaging()
      return names.isEmpty ? nil : .discarded
    }
    let edited = try editedTargets(of: journal, in: staging)
    try carryOut(journal)
    return .completed(overwrittenByHand: edited)
  }

  /// Files still to be replaced that are not what they were when the write was planned.
  private mutating func editedTargets(
    of journal: Journal, in staging: borrowing Staging
  ) throws(FileSystemError) -> [RelativePath] {
    var edited: [RelativePath] = []
    for case (let number, .replace(let path, let digest)) in journal.steps.enumerated() {
      guard try staging.holds(staging.place(ofStep: number)), try kind(of: path) == .file else { continue }
      if try SHA256Digest(of: contents(of: path)) != digest { edited.append(path) }
    }
    return edited
  }
}
