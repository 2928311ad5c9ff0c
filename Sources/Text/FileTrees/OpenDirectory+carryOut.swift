extension OpenDirectory {
  /// Does the steps of a write whose bytes are staged.
  ///
  /// Whatever may need room on the disk comes before what takes room to undo, and before the first replacement, which
  /// cannot be undone. So where the disk is full, all is as it was.
  mutating func carryOut(_ steps: [WriteStep]) throws(FileSystemError) {
    let staging = try Staging(of: self)
    do throws(FileSystemError) {
      for (number, step) in steps.enumerated() { try advance(step, staging.place(ofStep: number)) }
    } catch {
      throw retreat(from: steps, in: staging, after: error)
    }
    do throws(FileSystemError) {
      try clearStaging()
    } catch {
      throw error.leaving("all files are written; run the command again to clear up")
    }
  }

  private mutating func advance(_ step: WriteStep, _ staged: SystemCalls.Place) throws(FileSystemError) {
    switch step {
    case .setAside(let path, let bytes): try setAside(path, bytes, to: staged)
    case .leaveFolder(let path):
      if try kind(of: path) == .folder { try system.removeFolder(place(of: path)) }
    case .makeFolder(let path): try system.createFolder(place(of: path))
    case .add(let path): try put(staged, at: path, whereThereIs: [nil], needsRoom: true)
    case .takeOver(let path): try put(staged, at: path, whereThereIs: [nil], needsRoom: false)
    case .replace(let path): try put(staged, at: path, whereThereIs: [nil, .file], needsRoom: false)
    }
  }

  private mutating func setAside(
    _ path: RelativePath, _ bytes: [UInt8], to staged: SystemCalls.Place
  ) throws(FileSystemError) {
    guard try kind(of: path) == .file, try SystemCalls.kind(of: staged) == nil else { return }
    guard try contents(of: path) == bytes else { return }
    try system.move(place(of: path), to: staged, needsRoom: true)
  }

  private mutating func put(
    _ staged: SystemCalls.Place, at path: RelativePath, whereThereIs expected: [SystemCalls.Kind?], needsRoom: Bool
  ) throws(FileSystemError) {
    guard try SystemCalls.kind(of: staged) != nil else { return }
    let place = try place(of: path)
    guard expected.contains(try SystemCalls.kind(of: place)) else {
      throw FileSystemError(
        "write", place.shown, because: "somebody has just put something else there; move it away, or remove it")
    }
    try system.move(staged, to: place, needsRoom: needsRoom)
  }
}

extension OpenDirectory {
  /// Undoes the steps if nothing has been replaced yet; the error, with what became of the directory.
  private mutating func retreat(
    from steps: [WriteStep], in staging: borrowing Staging, after failure: FileSystemError
  ) -> FileSystemError {
    do throws(FileSystemError) {
      if let first = steps.firstIndex(where: \.isReplacement) {
        guard try staging.holds(staging.place(ofStep: first)) else { return failure.leavingTheRest }
      }
      for (number, step) in steps.enumerated().reversed() {
        try undo(step, staging.place(ofStep: number))
      }
      try clearStaging()
      return failure.leavingAllAsItWas
    } catch {
      // The first error is the one to tell.
      return failure.leavingTheRest
    }
  }

  private mutating func undo(_ step: WriteStep, _ staged: SystemCalls.Place) throws(FileSystemError) {
    let isStaged = try SystemCalls.kind(of: staged) != nil
    switch step {
    case .setAside(let path, _):
      if isStaged { try system.move(staged, to: place(of: path), needsRoom: false) }
    case .leaveFolder(let path):
      if try kind(of: path) == nil { try system.createFolder(place(of: path)) }
    case .makeFolder(let path):
      if try kind(of: path) == .folder { try system.removeFolder(place(of: path)) }
    case .add(let path), .takeOver(let path):
      guard !isStaged, try kind(of: path) == .file else { return }
      try system.move(place(of: path), to: staged, needsRoom: false)
    case .replace: break
    }
  }
}

extension FileSystemError {
  var leavingAllAsItWas: FileSystemError { leaving("all files are as they were") }

  fileprivate var leavingTheRest: FileSystemError {
    leaving("a part of the files is written; run the command again to complete the rest")
  }
}
