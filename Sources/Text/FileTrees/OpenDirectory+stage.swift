extension OpenDirectory {
  /// Puts all new bytes into the staging folder.
  mutating func stage(_ plan: WritePlan) throws(FileSystemError) {
    try system.createFolder(Staging.place(in: self))
    let staging = try Staging(of: self)
    for (number, bytes) in plan.bytes.sorted(by: { $0.key < $1.key }) {
      try system.createFile(bytes, at: staging.place(ofStep: number))
    }
  }

  /// Removes the staging folder, whatever state its write came to: nothing in it is needed, and nothing is believed.
  ///
  /// - Returns: Whether a write, or somebody else, had left anything in it.
  @discardableResult
  mutating func clearStaging() throws(FileSystemError) -> Bool {
    guard try SystemCalls.kind(of: Staging.place(in: self)) != nil else { return false }
    let staging = try Staging(of: self)
    let names = try staging.names()
    for name in names { try system.removeFile(staging.place(name)) }
    try system.removeFolder(Staging.place(in: self))
    return !names.isEmpty
  }
}
