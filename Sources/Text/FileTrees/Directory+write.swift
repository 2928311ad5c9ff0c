extension Directory {
  /// Makes the directory hold the tree, and removes what bears its mark and the tree does not have.
  ///
  /// Nothing is touched before all new bytes are on the same file system. Killed at any moment, the directory is as
  /// before, or as wanted, or `interruption` knows and the next call with the same tree completes it.
  ///
  /// - Parameters:
  ///   - tree: The files.
  ///   - index: The file of the tree that tells where the others are. It is written last.
  ///   - claim: What belongs to the tree beyond its mark.
  /// - Returns: What was done to which file.
  /// - Throws: What stands in the way or failed; `outcome` says what became of the files.
  package func write(
    _ tree: FileTree, sealedBy index: RelativePath, claiming claim: Claim = Claim()
  ) throws(FileSystemError) -> WriteReport {
    var directory = try created()
    do throws(FileSystemError) {
      return try directory.write(WriteRequest(tree: tree, index: index, claim: claim))
    } catch {
      for folder in directory.created.reversed() { try? directory.system.removeFolder(folder) }
      throw error
    }
  }
}

extension OpenDirectory {
  fileprivate mutating func write(_ request: WriteRequest) throws(FileSystemError) -> WriteReport {
    try lock()
    let survey = try survey(request)
    try refuseObstacles(to: survey, request, in: self)
    let resumed = try clearStaging()
    let plan = WritePlan(survey, request)
    if !plan.steps.isEmpty { try perform(plan) }
    var report = plan.report
    report.resumed = resumed
    return report
  }

  private mutating func perform(_ plan: WritePlan) throws(FileSystemError) {
    do throws(FileSystemError) {
      try stage(plan)
    } catch {
      // What cannot be removed now is removed by the next command. The first error is the one to tell.
      _ = try? clearStaging()
      throw error.leavingAllAsItWas
    }
    try carryOut(plan.steps)
  }
}
